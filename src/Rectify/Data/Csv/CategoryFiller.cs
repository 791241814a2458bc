namespace Rectify.Data;

/// <summary>Makes a column of labels; each different text becomes a string once.</summary>
internal sealed class CategoryFiller : ColumnFiller
{
    private readonly int[] _codes;
    private readonly Dictionary<string, int> _codeOf = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public CategoryFiller(ColumnPlace place, bool isStrict, int rowCount) : base(place, isStrict)
    {
        _codes = new int[rowCount];
        _lookup = _codeOf.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    protected override string Wanted => "a text";

    public override void Add(int row, int line, ReadOnlySpan<char> text, bool isMissing)
    {
        int code = -1;
        if (!isMissing && !_lookup.TryGetValue(text, out code))
        {
            code = _codeOf.Count;
            _codeOf.Add(text.ToString(), code);
        }
        _codes[row] = isMissing ? -1 : code;
    }

    public override CategoryColumn Finish() => new(Name, _codes, [.. _codeOf.Keys]) { IsTypeGiven = IsStrict };
}
