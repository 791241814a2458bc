namespace Rectify.Data;

/// <summary>Makes a column of labels; each different text becomes a string once.</summary>
internal sealed class CategoryFiller : ColumnFiller
{
    private readonly Dictionary<string, int> _codeOf = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public CategoryFiller(ColumnPlace place, bool isStrict) : base(place, isStrict)
        => _lookup = _codeOf.GetAlternateLookup<ReadOnlySpan<char>>();

    protected override string Wanted => "a text";

    public override int Read(int line, ReadOnlySpan<char> text, bool isMissing)
    {
        if (isMissing) { return -1; }
        if (!_lookup.TryGetValue(text, out int code))
        {
            code = _codeOf.Count;
            _codeOf.Add(text.ToString(), code);
        }
        return code;
    }

    public override CategoryColumn Finish(Cells cells) => new(Name, cells, [.. _codeOf.Keys]) { IsTypeGiven = IsStrict };
}
