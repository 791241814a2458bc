using System.Globalization;

namespace Rectify.Data;

/// <summary>A column of calendar days. A time of day is read over.</summary>
public sealed class DateColumn : Column
{
    /// <summary>The day number of a missing cell.</summary>
    public const int Missing = -1;

    private readonly int[] _dayNumbers;

    /// <param name="name">The column's name.</param>
    /// <param name="values">One day a row; null is missing.</param>
    public DateColumn(string name, IEnumerable<DateOnly?> values)
        : this(name, [.. values.Select(day => day?.DayNumber ?? Missing)], "yyyy-MM-dd")
    {
    }

    internal DateColumn(string name, int[] dayNumbers, string format) : base(name)
    {
        (_dayNumbers, Format) = (dayNumbers, format);
        MissingCount = dayNumbers.Count(day => day == Missing);
    }

    public override ColumnType Type => ColumnType.Date;
    public override int Count => _dayNumbers.Length;
    public override int MissingCount { get; }

    /// <summary>How the days were written in the file.</summary>
    public string Format { get; }

    /// <summary>For each row the days since 1 January of year 1 (<see cref="DateOnly.DayNumber"/>), or <see cref="Missing"/>.</summary>
    public ReadOnlySpan<int> DayNumbers => _dayNumbers;

    public override bool IsMissing(int row) => _dayNumbers[Checked(row)] == Missing;

    public override string TextAt(int row)
        => IsMissing(row) ? "" : Text(_dayNumbers[row]);

    /// <summary>The day as ISO 8601 writes it.</summary>
    internal static string Text(int dayNumber) => DateOnly.FromDayNumber(dayNumber).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private protected override int CountDistinct() => CountDistinct(_dayNumbers.Where(day => day != Missing).ToArray());
}
