namespace Rectify.Data;

/// <summary>Finds the character between the cells.</summary>
internal static class Separator
{
    private const int MostRecords = 50;

    // Where two would do, the comma is the one that also stands in numbers and sentences.
    private static readonly char[] Candidates = ['\t', ';', '|', ','];

    /// <summary>The candidate that divides most records at the start of a file into equally many cells.</summary>
    /// <param name="start">The beginning of the file; its last line may be cut.</param>
    public static char Detect(ReadOnlySpan<char> start)
    {
        List<int[]> records = Count(start);
        (char Separator, double Score) best = (',', 0);
        for (int i = 0; i < Candidates.Length; i++)
        {
            int[] counts = [.. records.Select(record => record[i])];
            int usual = counts.Length == 0 ? 0 : counts.GroupBy(count => count).MaxBy(group => group.Count())!.Key;
            double score = usual == 0 ? 0 : (double)counts.Count(count => count == usual) / counts.Length;
            if (score > best.Score) { best = (Candidates[i], score); }
        }
        return best.Separator;
    }

    // For each record, how often each candidate stands outside quotes.
    private static List<int[]> Count(ReadOnlySpan<char> text)
    {
        List<int[]> records = [];
        int[] counts = new int[Candidates.Length];
        bool quoted = false, blank = true;
        foreach (char c in text)
        {
            if (c == '"') { quoted = !quoted; }
            if (!quoted && c is '\n' or '\r')
            {
                if (!blank) { records.Add(counts); }
                if (records.Count == MostRecords) { return records; }
                (counts, blank) = (new int[Candidates.Length], true);
                continue;
            }
            blank = false;
            int candidate = quoted ? -1 : Array.IndexOf(Candidates, c);
            if (candidate >= 0) { counts[candidate]++; }
        }
        // The last line counts only where it is all there is: it may be cut.
        if (records.Count == 0) { records.Add(counts); }
        return records;
    }
}
