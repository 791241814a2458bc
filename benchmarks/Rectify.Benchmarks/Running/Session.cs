using System.Diagnostics;

namespace Rectify.Benchmarks;

/// <summary>Runs parts one after the other: says each row as it is measured, and gives the section that a page may keep.</summary>
internal static class Session
{
    public static string Measure(Part part, IReadOnlyList<Peer> peers)
    {
        var clock = Stopwatch.StartNew();
        string versions = string.Join("", peers.Select(peer => $", {peer.Version}"));
        List<string> text = [$"{Machine.Describe()}{versions}; {DateTime.UtcNow:yyyy-MM-dd}.\n", $"{part.Summary}\n"];
        foreach (Table table in part.Tables(peers))
        {
            Console.WriteLine($"{part.Name}: {table.Title} ({clock.Elapsed.TotalSeconds:F0} s)");
            List<Result> results = [];
            foreach (Row row in table.Rows)
            {
                results.Add(Contest.Hold(row));
                Console.WriteLine(TableText.Progress(table, results[^1]));
            }
            if (results.Count > 0) { text.Add(TableText.Markdown(table, results)); }
        }
        Console.WriteLine($"{part.Name}: done in {clock.Elapsed.TotalSeconds:F0} s");
        return string.Join('\n', text);
    }
}
