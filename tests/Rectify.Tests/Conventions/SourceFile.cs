using System.Text.RegularExpressions;

namespace Rectify.Tests.Conventions;

/// <summary>A C# file.</summary>
/// <param name="Path">From the root, with slashes.</param>
/// <param name="Lines">All of its lines.</param>
internal sealed partial record SourceFile(string Path, string[] Lines)
{
    /// <summary>The folder right under src/Rectify in which a file of core lies; "" beside the rooms and in other projects.</summary>
    public string Room => Path.Split('/') is ["src", "Rectify", var room, _, ..] ? room : "";

    /// <summary>The file's name without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The lines that are no comments.</summary>
    public IEnumerable<string> Code => Lines.Where(line => !line.TrimStart().StartsWith("//"));

    /// <summary>The names of types that are not inside another type.</summary>
    public IEnumerable<string> Types
        => Lines.Select(line => TopLevelType.Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value);

    public override string ToString() => Path;

    [GeneratedRegex(@"^(\w+ )*?(class|record struct|record|struct|interface|enum|delegate [\w<>]+) (?<name>\w+)")]
    private static partial Regex TopLevelType { get; }
}
