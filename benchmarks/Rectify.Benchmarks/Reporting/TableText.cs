using System.Text;

namespace Rectify.Benchmarks;

/// <summary>A measured table as Markdown: one line a row, a column for each peer that has a counterpart of any row.</summary>
internal static class TableText
{
    public static string Markdown(Table table, IReadOnlyList<Result> results)
    {
        string[][] cells = [Head(table, results), .. results.Select(result => Line(table, result, results))];
        var text = new StringBuilder($"### {table.Title}\n\n");
        AppendLine(cells[0]);
        AppendLine([.. cells[0].Select((_, column) => column == 0 ? "---" : "---:")]);
        foreach (string[] line in cells[1..]) { AppendLine(line); }
        return text.ToString();

        void AppendLine(string[] line) => text.Append("| ").AppendJoin(" | ", line).Append(" |\n");
    }

    /// <summary>The same cells of one row, for the console.</summary>
    public static string Progress(Table table, Result result)
    {
        IReadOnlyList<Result> alone = [result];
        IEnumerable<string> said = Head(table, alone).Zip(Line(table, result, alone), (head, cell) => $"{head} {cell}").Skip(1);
        return $"  {result.Name,-44} {string.Join(", ", said)}";
    }

    private static string[] Head(Table table, IReadOnlyList<Result> results) =>
    [
        "",
        .. results.Any(IsContest) ? [table.Unit.Name] : (string[])[],
        .. results.Any(HasLimit) ? ["of the limit"] : (string[])[],
        .. PeersOf(results).SelectMany(peer => (string[])[peer, "ratio"]),
        .. FactsOf(results),
    ];

    private static string[] Line(Table table, Result result, IReadOnlyList<Result> all) =>
    [
        result.Name,
        .. all.Any(IsContest) ? [IsContest(result) ? table.Unit.Show(result.Rate) : ""] : (string[])[],
        .. all.Any(HasLimit) ? [result.LimitShare is { } share ? $"{100 * share:F0} %" : ""] : (string[])[],
        .. PeersOf(all).SelectMany(peer => PeerCells(table, result, peer)),
        .. FactsOf(all).Select(fact => result.Facts.GetValueOrDefault(fact, "")),
    ];

    private static string[] PeerCells(Table table, Result result, string peer)
        => result.Peers.TryGetValue(peer, out (double Rate, double Ratio) measured)
            ? [table.Unit.Show(measured.Rate), $"{measured.Ratio:F2}{(Math.Round(measured.Ratio, 2) < 1 ? " behind" : "")}"]
            : ["", ""];

    private static bool IsContest(Result result) => !double.IsNaN(result.Rate);

    private static bool HasLimit(Result result) => result.LimitShare is not null;

    private static IEnumerable<string> PeersOf(IEnumerable<Result> results) => results.SelectMany(result => result.Peers.Keys).Distinct();

    private static IEnumerable<string> FactsOf(IEnumerable<Result> results) => results.SelectMany(result => result.Facts.Keys).Distinct();
}
