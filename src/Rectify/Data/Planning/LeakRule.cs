namespace Rectify.Data;

/// <summary>
/// Tells columns that are the target under another name from columns that predict it well. Dropped: one value for each class
/// and one class for each value; a straight line or an unbroken rise from column to target. Warned of: values that decide the
/// class without being its copy, which an honest measure can do as well.
/// </summary>
internal static class LeakRule
{
    /// <summary>How much of the error of always guessing the commonest a value must remove (Goodman, Kruskal 1954, λ).</summary>
    public const double DecidingShare = 0.99;

    /// <summary>The correlation beyond which a number is the target in another unit.</summary>
    public const double CopyCorrelation = 0.9999;

    /// <summary>A column whose values come on fewer rows than this decides anything by chance.</summary>
    private const int LeastRowsPerValue = 5;

    /// <summary>Fewer different values than this rise together by chance.</summary>
    private const int LeastRises = 10;

    /// <summary>What the column does to a classification target.</summary>
    public static Leak OfClasses(Column column, Classes target, ReadOnlySpan<int> rows)
    {
        if (column.DistinctCount * LeastRowsPerValue <= rows.Length)
        {
            // Missing counts as a value: an empty date of death decides, too.
            Classes values = Classes.Of(column);
            int[,] counts = Cross(values, target, rows);
            if (Association(counts) >= DecidingShare)
            {
                bool isCopy = values.Labels.Count == target.Labels.Count && Association(Transposed(counts)) >= DecidingShare;
                return isCopy ? Leak.Copy : Leak.Decides;
            }
        }
        else if (column is NumberColumn numbers && CutsApart(numbers, target, rows))
        {
            return Leak.Decides;
        }
        return Leak.None;
    }

    /// <summary>What the column does to a regression target.</summary>
    public static Leak OfNumbers(Column column, NumberColumn target, ReadOnlySpan<int> rows)
    {
        if (column is not NumberColumn numbers) { return Leak.None; }

        List<(float X, float Y)> pairs = new(rows.Length);
        ReadOnlySpan<float> values = numbers.Values, targets = target.Values;
        foreach (int row in rows)
        {
            if (!float.IsNaN(values[row])) { pairs.Add((values[row], targets[row])); }
        }
        // On fewer than half of the rows a column cannot stand in for the target.
        if (pairs.Count * 2 < rows.Length || numbers.DistinctCount < LeastRises) { return Leak.None; }
        return Math.Abs(Correlation(pairs)) > CopyCorrelation || RisesTogether(pairs) ? Leak.Copy : Leak.None;
    }

    // One row for each value and a last one for missing; one column for each class.
    private static int[,] Cross(Classes values, Classes target, ReadOnlySpan<int> rows)
    {
        int[,] counts = new int[values.Labels.Count + 1, target.Labels.Count];
        foreach (int row in rows)
        {
            int value = values.Codes[row] < 0 ? values.Labels.Count : values.Codes[row];
            counts[value, target.Codes[row]]++;
        }
        return counts;
    }

    private static int[,] Transposed(int[,] counts)
    {
        int[,] transposed = new int[counts.GetLength(1), counts.GetLength(0)];
        for (int i = 0; i < counts.GetLength(0); i++)
        {
            for (int j = 0; j < counts.GetLength(1); j++) { transposed[j, i] = counts[i, j]; }
        }
        return transposed;
    }

    // λ = 1 − (rows not of their value's commonest class) / (rows not of the commonest class): purity alone is high wherever
    // one class is rare.
    private static double Association(int[,] counts)
    {
        int total = 0, right = 0;
        int[] classes = new int[counts.GetLength(1)];
        for (int value = 0; value < counts.GetLength(0); value++)
        {
            int most = 0;
            for (int label = 0; label < classes.Length; label++)
            {
                int count = counts[value, label];
                classes[label] += count;
                total += count;
                most = Math.Max(most, count);
            }
            right += most;
        }
        int guessed = classes.Max();
        return total == guessed ? 0 : 1 - (double)(total - right) / (total - guessed);
    }

    // Sorted by the number, the classes lie one after the other without mixing.
    private static bool CutsApart(NumberColumn column, Classes target, ReadOnlySpan<int> rows)
    {
        if (column.MissingCount > 0) { return false; }
        List<(float X, int Label)> sorted = new(rows.Length);
        ReadOnlySpan<float> values = column.Values;
        foreach (int row in rows) { sorted.Add((values[row], target.Codes[row])); }
        sorted.Sort();

        int cuts = 0;
        for (int i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].Label == sorted[i - 1].Label) { continue; }
            if (sorted[i].X == sorted[i - 1].X || ++cuts >= target.Labels.Count) { return false; }
        }
        return true;
    }

    private static double Correlation(List<(float X, float Y)> pairs)
    {
        double meanX = pairs.Average(pair => (double)pair.X), meanY = pairs.Average(pair => (double)pair.Y);
        double xx = 0, xy = 0, yy = 0;
        foreach ((float x, float y) in pairs)
        {
            xx += (x - meanX) * (x - meanX);
            xy += (x - meanX) * (y - meanY);
            yy += (y - meanY) * (y - meanY);
        }
        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }

    // Equal x have equal y, larger x always larger y (or always smaller).
    private static bool RisesTogether(List<(float X, float Y)> pairs)
    {
        pairs.Sort();
        int direction = 0;
        for (int i = 1; i < pairs.Count; i++)
        {
            int across = pairs[i].X.CompareTo(pairs[i - 1].X), up = pairs[i].Y.CompareTo(pairs[i - 1].Y);
            if (across == 0 && up == 0) { continue; }
            if (across == 0 || up == 0 || up == -direction) { return false; }
            direction = up;
        }
        return direction != 0;
    }
}
