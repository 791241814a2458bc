using System.Text.RegularExpressions;

namespace Rectify.Benchmarks;

/// <summary>
/// The page of figures: a section for each part and width of registers, between markers, so that a run replaces only what it
/// measured, and figures of several machines stand together.
/// </summary>
internal static partial class PerformancePage
{
    /// <summary>From the root of the repository, where benchmarks are started.</summary>
    public const string FilePath = "docs/performance.md";

    private const string Introduction =
        """
        # Performance

        Written by `dotnet dev.cs bench`; a section is what the part of its name said last on a machine of its register width. Contenders
        take turns within one process. Figures are medians over the rounds; **ratio** is how many times as fast as the peer before it we
        are, the median of the ratios within the rounds, and is marked *behind* below 1. **Of the limit** is our share of what the machine
        gives at most, measured in the same rounds. Machines are shared, so a ratio within a line holds better than an absolute figure.
        What falls short of its target, and why, is told at the end.


        """;

    public static void Replace(Part part, string text)
    {
        Dictionary<string, string> sections = File.Exists(FilePath) ? Read(File.ReadAllText(FilePath)) : [];
        sections[$"{part.Name}, {Machine.Registers}"] = text;
        IEnumerable<string> inOrder =
            from section in sections
            orderby PlaceOf(section.Key), section.Key
            select $"<!-- {section.Key} -->\n## {section.Key}\n\n{section.Value.Trim()}\n<!-- end -->\n";
        File.WriteAllText(FilePath, Introduction.ReplaceLineEndings("\n") + string.Join('\n', inOrder));
    }

    private static Dictionary<string, string> Read(string page)
        => Section.Matches(page).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["text"].Value);

    // A section that is no part's is written by hand, and comes last.
    private static int PlaceOf(string section)
        => (from part in PartCatalog.All.Index()
            where section.StartsWith(part.Item.Name + ",", StringComparison.Ordinal)
            select part.Index).FirstOrDefault(int.MaxValue);

    [GeneratedRegex(@"<!-- (?<name>[^>]+) -->\n## [^\n]*\n(?<text>.*?)<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Section { get; }
}
