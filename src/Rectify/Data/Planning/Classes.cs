namespace Rectify.Data;

/// <summary>A column seen as classes: its different values in a stable order, and for each row which one it has.</summary>
internal sealed class Classes
{
    private Classes(string[] labels, int[] codes) => (Labels, Codes) = (labels, codes);

    /// <summary>Numbers ascending; other texts by their characters; days in their order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>For each row the place of its label; −1 is missing.</summary>
    public int[] Codes { get; }

    public static Classes Of(Column column) => column switch
    {
        NumberColumn numbers => Of(numbers.Values, float.IsNaN, NumberColumn.Text),
        DateColumn dates => Of(dates.DayNumbers, day => day == DateColumn.Missing, DateColumn.Text),
        _ => Of((CategoryColumn)column),
    };

    /// <summary>How many of the given rows are in each class.</summary>
    public int[] Count(ReadOnlySpan<int> rows)
    {
        int[] counts = new int[Labels.Count];
        foreach (int row in rows)
        {
            if (Codes[row] >= 0) { counts[Codes[row]]++; }
        }
        return counts;
    }

    private static Classes Of<T>(ReadOnlySpan<T> values, Func<T, bool> isMissing, Func<T, string> text) where T : IComparable<T>
    {
        HashSet<T> present = [];
        foreach (T value in values)
        {
            if (!isMissing(value)) { present.Add(value); }
        }

        T[] distinct = [.. present.Order()];
        int[] codes = new int[values.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = isMissing(values[row]) ? -1 : Array.BinarySearch(distinct, values[row]);
        }
        return new([.. distinct.Select(text)], codes);
    }

    private static Classes Of(CategoryColumn column)
    {
        // Labels such as "10" and "9" are numbers to whoever wrote them.
        bool numeric = column.Labels.All(label => CellParser.TryNumber(label, decimalComma: false, out _));
        int[] order = [.. Enumerable.Range(0, column.Labels.Count)
            .OrderBy(code => numeric && CellParser.TryNumber(column.Labels[code], decimalComma: false, out double number) ? number : 0)
            .ThenBy(code => column.Labels[code], StringComparer.Ordinal)];

        int[] place = new int[order.Length];
        for (int i = 0; i < order.Length; i++) { place[order[i]] = i; }
        int[] codes = Array.ConvertAll(column.Codes.ToArray(), code => code < 0 ? -1 : place[code]);
        return new([.. order.Select(code => column.Labels[code])], codes);
    }
}
