using System.Globalization;
using System.Text;

namespace Rectify.Trials;

/// <summary>Keeps the part of docs/reliability.md that says what became of a trial; the rest of the page is written by hand.</summary>
internal static class ReliabilityPage
{
    private const string Path = "docs/reliability.md", End = "<!-- end -->";

    public static void Write(ITrial trial, IReadOnlyList<Outcome> outcomes)
    {
        string begin = $"<!-- {trial.Name} -->", page = File.ReadAllText(Path);
        int from = page.IndexOf(begin, StringComparison.Ordinal), to = page.IndexOf(End, Math.Max(from, 0), StringComparison.Ordinal);
        if (from < 0 || to < 0) { throw new InvalidDataException($"{Path} has no place for {trial.Name}: {begin} … {End}"); }
        File.WriteAllText(Path, page[..from] + begin + "\n" + Text(trial, outcomes) + page[to..]);
    }

    private static string Text(ITrial trial, IReadOnlyList<Outcome> outcomes)
    {
        string day = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        StringBuilder text = new($"**{trial.Name}** ({day}, {Environment.ProcessorCount} cores): {trial.Summary}\n\n");
        text.Append("| promise | found | kept |\n|---|---|---|\n");
        foreach (Outcome outcome in outcomes)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {outcome.Promise} | {outcome.Found} | {(outcome.IsKept ? "yes" : "**no**")} |\n");
        }
        return text.ToString();
    }
}
