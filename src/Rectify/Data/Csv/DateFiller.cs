namespace Rectify.Data;

/// <summary>Makes a column of days.</summary>
internal sealed class DateFiller(ColumnPlace place, bool isStrict, int rowCount, string format) : ColumnFiller(place, isStrict)
{
    private readonly int[] _dayNumbers = new int[rowCount];

    protected override string Wanted => $"a day written {format}";

    public override void Add(int row, int line, ReadOnlySpan<char> text, bool isMissing)
    {
        _dayNumbers[row] = DateColumn.Missing;
        if (isMissing) { return; }
        if (DateFormats.TryParse(text, format, out int dayNumber)) { _dayNumbers[row] = dayNumber; }
        else if (IsStrict) { throw Wrong(text, line, $"a date such as 2024-12-31, written {format} like most of the column"); }
        else { CountInvalid(text, line); }
    }

    public override DateColumn Finish() => new(Name, _dayNumbers, format) { IsTypeGiven = IsStrict };
}
