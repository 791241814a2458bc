namespace Rectify.Data;

/// <summary>A column of texts, each one of a set of labels.</summary>
public sealed class CategoryColumn : Column
{
    private readonly string[] _labels;

    /// <param name="name">The column's name.</param>
    /// <param name="values">One text a row; null is missing.</param>
    public CategoryColumn(string name, IEnumerable<string?> values) : this(name, CodesOf(values, out string[] labels), labels) { }

    /// <param name="name">The column's name.</param>
    /// <param name="codes">For each row the place of its text in <paramref name="labels"/>; below 0 is missing.</param>
    /// <param name="labels">Every text that occurs.</param>
    internal CategoryColumn(string name, Cells codes, string[] labels) : base(name, codes) => _labels = labels;

    public override ColumnType Type => ColumnType.Category;

    /// <summary>
    /// For each row the place of its text in <see cref="Labels"/>; −1 is missing. A column that does not fit into memory is read
    /// from its file each time.
    /// </summary>
    public ReadOnlySpan<int> Codes => Cells.Read();

    /// <summary>Every text that occurs, once, in order of first appearance.</summary>
    public IReadOnlyList<string> Labels => _labels;

    private protected override bool IsMissingCell(int cell) => cell < 0;

    private protected override string TextOf(int cell) => _labels[cell];

    private protected override int CountDistinct() => _labels.Length;

    private static ArrayCells<int> CodesOf(IEnumerable<string?> values, out string[] labels)
    {
        ArgumentNullException.ThrowIfNull(values);
        Dictionary<string, int> codes = [];
        ArrayCells<int> cells = new([.. values.Select(Code)]);
        labels = [.. codes.Keys];
        return cells;

        int Code(string? value)
        {
            if (value is null) { return -1; }
            if (!codes.TryGetValue(value, out int code)) { codes.Add(value, code = codes.Count); }
            return code;
        }
    }
}
