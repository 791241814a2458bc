namespace Rectify.Data;

/// <summary>Makes a column of numbers.</summary>
internal sealed class NumberFiller(ColumnPlace place, bool isStrict, bool decimalComma, MissingTexts missing)
    : ColumnFiller(place, isStrict)
{
    protected override string Wanted => "a finite number";

    public override int Read(int line, ReadOnlySpan<char> text, bool isMissing)
        => BitConverter.SingleToInt32Bits(NumberOf(line, text, isMissing));

    public override NumberColumn Finish(Cells cells) => new(Name, cells, InvalidCount) { IsTypeGiven = IsStrict };

    private float NumberOf(int line, ReadOnlySpan<char> text, bool isMissing)
    {
        if (isMissing)
        {
            if (missing.IsUnexpectedNaN(text)) { CountInvalid(text, line); }
        }
        else if (!CellParser.TryNumber(text, decimalComma, out double value))
        {
            if (IsStrict) { throw Wrong(text, line, "a number"); }
            CountInvalid(text, line);
        }
        else if (!float.IsFinite((float)value))
        {
            CountInvalid(text, line);
        }
        else
        {
            return (float)value;
        }
        return float.NaN;
    }
}
