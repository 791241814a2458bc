namespace Rectify.Data;

/// <summary>Rows are counted from 0, and there is an end to them.</summary>
internal static class RowNumber
{
    /// <summary>The row itself, if there is one of that number.</summary>
    /// <param name="row">What was asked for.</param>
    /// <param name="count">How many rows there are.</param>
    /// <param name="name">What the sentence calls those who have them.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static int Checked(int row, int count, string name) => (uint)row < (uint)count ? row : throw Absent(row, count, name);

    private static ArgumentException Absent(int row, int count, string name) => new(count == 0
        ? $"{name} has no rows, and so no row {row}."
        : $"{name} has no row {row}: its rows are 0 to {count - 1}.");
}
