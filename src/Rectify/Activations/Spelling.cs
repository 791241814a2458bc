namespace Rectify.Activations;

/// <summary>Finds the known name that a misspelt one was meant to be.</summary>
internal static class Spelling
{
    private const int Furthest = 2;

    /// <summary>" Did you mean relu?", or nothing where no known name is within two edits.</summary>
    public static string Suggest(string name, IEnumerable<string> known)
    {
        string? nearest = known.MinBy(other => Distance(name, other));
        return nearest is not null && Distance(name, nearest) <= Furthest ? $" Did you mean {nearest}?" : "";
    }

    // Levenshtein: the least number of letters to insert, delete or change. Case and the dash are free: "LeakyReLU" is meant well.
    private static int Distance(string a, string b)
    {
        (a, b) = (Plain(a), Plain(b));
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] current = new int[b.Length + 1];
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.Length];
    }

    private static string Plain(string name) => name.ToLowerInvariant().Replace("-", "").Replace("_", "");
}
