using System.Globalization;

namespace Rectify.Data;

/// <summary>A column of calendar days. A time of day is read over.</summary>
public sealed class DateColumn : Column
{
    /// <summary>The day number of a missing cell.</summary>
    public const int Missing = -1;

    /// <param name="name">The column's name.</param>
    /// <param name="values">One day a row; null is missing.</param>
    public DateColumn(string name, IEnumerable<DateOnly?> values)
        : this(name, new ArrayCells<int>(DayNumbersOf(values)), "yyyy-MM-dd")
    {
    }

    /// <param name="name">The column's name.</param>
    /// <param name="dayNumbers">One day number a row, or <see cref="Missing"/>.</param>
    /// <param name="format">How the days were written.</param>
    internal DateColumn(string name, Cells dayNumbers, string format) : base(name, dayNumbers) => Format = format;

    public override ColumnType Type => ColumnType.Date;

    /// <summary>How the days were written in the file.</summary>
    public string Format { get; }

    /// <summary>
    /// For each row the days since 1 January of year 1 (<see cref="DateOnly.DayNumber"/>), or <see cref="Missing"/>. A column that
    /// does not fit into memory is read from its file each time.
    /// </summary>
    public ReadOnlySpan<int> DayNumbers => Cells.Read();

    /// <summary>The day as ISO 8601 writes it.</summary>
    internal static string Text(int dayNumber) => DateOnly.FromDayNumber(dayNumber).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private protected override bool IsMissingCell(int cell) => cell == Missing;

    private protected override string TextOf(int cell) => Text(cell);

    private protected override int CountDistinct() => CountDistinct(DayNumbers.ToArray()) - (MissingCount > 0 ? 1 : 0);

    private static int[] DayNumbersOf(IEnumerable<DateOnly?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return [.. values.Select(day => day?.DayNumber ?? Missing)];
    }
}
