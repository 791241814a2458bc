using System.Globalization;

namespace Rectify.Data;

/// <summary>A column of numbers; NaN is a missing cell.</summary>
public sealed class NumberColumn : Column
{
    private readonly float[] _values;

    /// <param name="name">The column's name.</param>
    /// <param name="values">One number a row, kept and not copied. Infinite ones become missing.</param>
    /// <param name="invalidCount">How many cells the reader had to set aside because they were no finite numbers.</param>
    public NumberColumn(string name, float[] values, int invalidCount = 0) : base(name)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = values;
        InvalidCount = invalidCount;
        for (int row = 0; row < values.Length; row++)
        {
            if (float.IsInfinity(values[row]))
            {
                values[row] = float.NaN;
                InvalidCount++;
            }
            if (float.IsNaN(values[row])) { MissingCount++; }
        }
    }

    public override ColumnType Type => ColumnType.Number;
    public override int Count => _values.Length;
    public override int MissingCount { get; }

    /// <summary>How many cells said NaN, were infinite or were no number, and therefore count as missing.</summary>
    public int InvalidCount { get; }

    /// <summary>One number a row; NaN is missing.</summary>
    public ReadOnlySpan<float> Values => _values;

    public override bool IsMissing(int row) => float.IsNaN(_values[Checked(row)]);

    public override string TextAt(int row) => IsMissing(row) ? "" : Text(_values[row]);

    /// <summary>The shortest text that reads back as the same number.</summary>
    internal static string Text(float value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether every number that is there is whole.</summary>
    internal bool IsWhole => Array.TrueForAll(_values, value => float.IsNaN(value) || value == MathF.Floor(value));

    private protected override int CountDistinct() => CountDistinct(Present().ToArray());

    private IEnumerable<float> Present() => _values.Where(value => !float.IsNaN(value));
}
