using System.Text;
using System.Text.RegularExpressions;

namespace Rectify.Faults;

/// <summary>docs/faults.md: which planted faults the tests miss, and which lines they run. Each command writes its own section.</summary>
internal static partial class FaultPage
{
    /// <summary>Where it lies, from the root of the repository.</summary>
    public const string Path = "docs/faults.md";

    private const string Faults = "Planted faults", Coverage = "Lines that run";

    private const string Intro = """
        # Faults

        What would the tests miss? Two answers: faults that are planted in core on purpose, and lines that no test runs.


        """;

    /// <summary>Writes the section of planted faults.</summary>
    public static void WriteFaults(Request request, FaultTable table, HarmlessList harmless)
    {
        StringBuilder text = new($"""
            `{request.Command}` plants faults in core one by one: another operator, a number that is off, arguments or branches that are
            swapped, a statement that is missing. It then runs `tests/Rectify.Tests` until one fails. *Possible* counts all faults of
            these kinds, *planted* the sample, spread evenly over each file. *Harmless* ones of it were not planted, because they cannot
            change a result: [harmless.txt](../{HarmlessList.Path}) says why of each of its {harmless.Count}. What does not compile is
            not counted. Written {DateTime.UtcNow:yyyy-MM-dd}.

            {table.Text()}
            """.ReplaceLineEndings("\n"));
        text.Append(table.Missed.Count == 0 ? "None is missed.\n" : "Missed:\n\n");
        foreach (Fault fault in table.Missed) { text.Append($"- `{fault.Path}:{fault.Line}` `{fault.Change}`\n"); }
        Write(Faults, text.ToString());
    }

    /// <summary>Writes the section of lines.</summary>
    public static void WriteCoverage(CoverageTable table) => Write(Coverage, $"""
        `dotnet dev.cs coverage` counts the lines of core that `tests/Rectify.Tests` alone runs; those of the command are not asked.
        {CoverageTable.Promised:P0} of all lines are promised. Written {DateTime.UtcNow:yyyy-MM-dd}.

        {table.Text()}
        """.ReplaceLineEndings("\n"));

    private static void Write(string title, string text)
    {
        Dictionary<string, string> sections = [];
        foreach (Match section in Section.Matches(File.Exists(Path) ? File.ReadAllText(Path) : ""))
        {
            sections[section.Groups["title"].Value] = section.Groups["text"].Value;
        }
        sections[title] = text;
        IEnumerable<string> known = ((string[])[Faults, Coverage]).Where(sections.ContainsKey);
        string page = string.Join("\n\n", known.Select(name => $"## {name}\n\n{sections[name].Trim()}")) + "\n";
        File.WriteAllText(Path, Intro.ReplaceLineEndings("\n") + page);
        Console.WriteLine($"wrote {Path}");
    }

    [GeneratedRegex(@"^## (?<title>.*)\n(?<text>(?:(?!## ).*\n)*)", RegexOptions.Multiline)]
    private static partial Regex Section { get; }
}
