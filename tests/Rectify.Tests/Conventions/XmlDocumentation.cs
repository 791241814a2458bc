using System.Text.RegularExpressions;
using System.Xml.Linq;
using Rectify.Activations;

namespace Rectify.Tests.Conventions;

/// <summary>The doc comments of core, as the compiler wrote them down.</summary>
internal static partial class XmlDocumentation
{
    private static readonly Dictionary<string, XElement> Members = XDocument
        .Load(Path.ChangeExtension(typeof(Activation).Assembly.Location, "xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>The summary of a type in one line, or "".</summary>
    public static string SummaryOf(Type type) => Text("T:" + NameOf(type));

    /// <summary>The summary of a value of an enumeration in one line, or "".</summary>
    public static string SummaryOf<TEnum>(TEnum value) where TEnum : struct, Enum => Text($"F:{NameOf(typeof(TEnum))}.{value}");

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static string Text(string member)
        => Members.GetValueOrDefault(member)?.Element("summary") is { } summary
            ? WhiteSpace.Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim()
            : "";

    private static string Text(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } reference => reference.Attribute("cref")?.Value.Split('.', ':')[^1] ?? reference.Value,
        XElement element => element.Value,
        XText text => text.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace { get; }
}
