namespace Rectify;

/// <summary>Finds the known name that a misspelt one was meant to be.</summary>
internal static class Spelling
{
    /// <summary>" Did you mean relu?", or nothing where no known name is near.</summary>
    public static string Suggest(string name, IEnumerable<string> known)
        => Nearest(name, known) is { } nearest ? $" Did you mean {nearest}?" : "";

    /// <summary>There is nothing of that kind and name: the sentence names the nearest and lists all.</summary>
    public static ArgumentException Unknown(string kind, string name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new($"There is no {kind} called '{name}'.{Suggest(name, known)} Known: {string.Join(", ", known)}.");
    }

    /// <summary>
    /// The nearest known name, at most a third of its letters away (but one at least, and never all of them); null where
    /// there is none.
    /// </summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        (string? Name, int Distance) best = (null, int.MaxValue);
        foreach (string other in known)
        {
            int distance = Distance(Plain(name), Plain(other));
            bool isNear = distance <= Math.Max(1, (other.Length + 1) / 3) && distance < Math.Max(name.Length, other.Length);
            if (isNear && distance < best.Distance) { best = (other, distance); }
        }
        return best.Name;
    }

    // Levenshtein 1966: the least number of letters to insert, delete or change, one row of the table at a time.
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }

    // Case, dash and underscore are free: "LeakyReLU" is meant well.
    private static string Plain(string name) => name.ToLowerInvariant().Replace("-", "").Replace("_", "");
}
