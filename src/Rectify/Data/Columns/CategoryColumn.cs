namespace Rectify.Data;

/// <summary>A column of texts, each one of a set of labels.</summary>
public sealed class CategoryColumn : Column
{
    private readonly int[] _codes;
    private readonly string[] _labels;

    /// <param name="name">The column's name.</param>
    /// <param name="values">One text a row; null is missing.</param>
    public CategoryColumn(string name, IEnumerable<string?> values) : base(name)
    {
        Dictionary<string, int> codes = [];
        _codes = [.. values.Select(Code)];
        _labels = [.. codes.Keys];
        MissingCount = _codes.Count(code => code < 0);

        int Code(string? value)
        {
            if (value is null) { return -1; }
            if (!codes.TryGetValue(value, out int code)) { codes.Add(value, code = codes.Count); }
            return code;
        }
    }

    internal CategoryColumn(string name, int[] codes, string[] labels) : base(name)
    {
        (_codes, _labels) = (codes, labels);
        MissingCount = codes.Count(code => code < 0);
    }

    public override ColumnType Type => ColumnType.Category;
    public override int Count => _codes.Length;
    public override int MissingCount { get; }

    /// <summary>For each row the place of its text in <see cref="Labels"/>; −1 is missing.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>Every text that occurs, once, in order of first appearance.</summary>
    public IReadOnlyList<string> Labels => _labels;

    public override bool IsMissing(int row) => _codes[Checked(row)] < 0;

    public override string TextAt(int row) => IsMissing(row) ? "" : _labels[_codes[row]];

    private protected override int CountDistinct() => _labels.Length;
}
