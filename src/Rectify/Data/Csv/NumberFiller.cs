namespace Rectify.Data;

/// <summary>Makes a column of numbers.</summary>
internal sealed class NumberFiller(ColumnPlace place, bool isStrict, int rowCount, bool decimalComma, MissingTexts missing)
    : ColumnFiller(place, isStrict)
{
    private readonly float[] _values = new float[rowCount];

    protected override string Wanted => "a finite number";

    public override void Add(int row, int line, ReadOnlySpan<char> text, bool isMissing)
    {
        _values[row] = float.NaN;
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
            _values[row] = (float)value;
        }
    }

    public override NumberColumn Finish() => new(Name, _values, InvalidCount) { IsTypeGiven = IsStrict };
}
