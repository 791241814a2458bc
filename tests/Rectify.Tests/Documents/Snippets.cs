using System.Text.RegularExpressions;
using Rectify.Tests.Conventions;

namespace Rectify.Tests.Documents;

/// <summary>
/// Code in a page, cut from a sample: what lies between //&lt;readme&gt; and //&lt;/readme&gt; there goes between
/// &lt;!-- sample Name --&gt; and &lt;!-- end --&gt; here.
/// </summary>
internal static partial class Snippets
{
    public static string Replace(string page) => Place.Replace(page, match =>
    {
        string name = match.Groups["name"].Value;
        return $"<!-- sample {name} -->\n```csharp\n{Cut(name)}\n```\n<!-- end -->";
    });

    private static string Cut(string name)
    {
        string[] lines = File.ReadAllLines(Repository.PathOf($"samples/{name}/Program.cs"));
        int start = Array.IndexOf(lines, "//<readme>"), end = Array.IndexOf(lines, "//</readme>");
        return string.Join('\n', lines[(start + 1)..end]);
    }

    [GeneratedRegex("<!-- sample (?<name>[A-Za-z]+) -->.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Place { get; }
}
