namespace Rectify.Data;

/// <summary>Finds the known name that was probably meant.</summary>
internal static class DidYouMean
{
    /// <summary>" Did you mean x?", or nothing where no known name is near.</summary>
    public static string Sentence(string word, IEnumerable<string> known)
        => Nearest(word, known) is string name ? $" Did you mean {name}?" : "";

    /// <summary>The nearest known name, at most a third of its letters away; null where there is none.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        (string? Name, int Distance) best = (null, int.MaxValue);
        foreach (string name in known)
        {
            int distance = Distance(word.ToUpperInvariant(), name.ToUpperInvariant());
            if (distance < best.Distance && distance <= Math.Max(1, name.Length / 3)) { best = (name, distance); }
        }
        return best.Name;
    }

    // Levenshtein 1966: insertions, deletions and substitutions, one row of the table at a time.
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
