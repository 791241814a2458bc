namespace Rectify.Data;

/// <summary>Makes a column of days.</summary>
internal sealed class DateFiller(ColumnPlace place, bool isStrict, string format) : ColumnFiller(place, isStrict)
{
    protected override string Wanted => $"a day written {format}";

    public override int Read(int line, ReadOnlySpan<char> text, bool isMissing)
    {
        if (isMissing) { return DateColumn.Missing; }
        if (DateFormats.TryParse(text, format, out int dayNumber)) { return dayNumber; }
        if (IsStrict) { throw Wrong(text, line, $"a date such as 2024-12-31, written {format} like most of the column"); }
        CountInvalid(text, line);
        return DateColumn.Missing;
    }

    public override DateColumn Finish(Cells cells) => new(Name, cells, format) { IsTypeGiven = IsStrict };
}
