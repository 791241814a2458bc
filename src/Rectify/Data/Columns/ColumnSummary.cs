namespace Rectify.Data;

/// <summary>What can be said of a column in a line.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Missing">How many cells are missing.</param>
/// <param name="Distinct">How many different values it has, missing not counted.</param>
/// <param name="Use">"input", "target" or "dropped: why".</param>
/// <param name="Minimum">The smallest number; NaN where the column is not of numbers, as in the next three.</param>
/// <param name="Mean">The mean of its numbers.</param>
/// <param name="Maximum">The largest number.</param>
/// <param name="Deviation">The standard deviation of its numbers.</param>
/// <param name="Outliers">How many numbers are more than <see cref="OutlierDeviations"/> standard deviations from the mean.</param>
/// <param name="Top">The most frequent labels of a category, the commonest first, with their counts.</param>
public sealed record ColumnSummary(
    string Name, ColumnType Type, int Missing, int Distinct, string Use,
    double Minimum, double Mean, double Maximum, double Deviation, int Outliers,
    IReadOnlyList<(string Label, int Count)> Top)
{
    /// <summary>Of normally distributed numbers fewer than one in a million lies further out.</summary>
    public const double OutlierDeviations = 5;

    private const int TopCount = 5;

    /// <summary>A summary of each column.</summary>
    public static IReadOnlyList<ColumnSummary> Of(IReadOnlyList<PlannedColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return [.. columns.Select(Of)];
    }

    private static ColumnSummary Of(PlannedColumn planned)
    {
        Column column = planned.Column;
        double[] values = column is NumberColumn numbers ? Array.ConvertAll(numbers.PresentValues(), value => (double)value) : [];
        Moments moments = values.Length > 0 ? Moments.Of(values) : new(double.NaN, double.NaN, double.NaN, double.NaN);
        return new(
            column.Name, column.Type, column.MissingCount, column.DistinctCount, planned.ToString(),
            moments.Minimum, moments.Mean, moments.Maximum, moments.Deviation,
            values.Count(value => Math.Abs(value - moments.Mean) > OutlierDeviations * moments.Deviation),
            column is CategoryColumn categories ? TopOf(categories) : []);
    }

    private static (string, int)[] TopOf(CategoryColumn column)
    {
        int[] counts = new int[column.Labels.Count];
        foreach (int code in column.Codes)
        {
            if (code >= 0) { counts[code]++; }
        }
        IEnumerable<int> commonest = Enumerable.Range(0, counts.Length).OrderByDescending(code => counts[code]).Take(TopCount);
        return [.. commonest.Select(code => (column.Labels[code], counts[code]))];
    }
}
