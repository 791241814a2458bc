using System.Globalization;

namespace Rectify.Data;

/// <summary>A column of numbers; NaN is a missing cell.</summary>
public sealed class NumberColumn : Column
{
    /// <param name="name">The column's name.</param>
    /// <param name="values">One number a row, kept and not copied. Infinite ones become missing.</param>
    /// <param name="invalidCount">How many cells the reader had to set aside because they were no finite numbers.</param>
    public NumberColumn(string name, float[] values, int invalidCount = 0)
        : base(name, new ArrayCells<float>(values ?? throw new ArgumentNullException(nameof(values))))
    {
        InvalidCount = invalidCount;
        for (int row = 0; row < values.Length; row++)
        {
            if (!float.IsInfinity(values[row])) { continue; }
            values[row] = float.NaN;
            InvalidCount++;
        }
    }

    /// <param name="name">The column's name.</param>
    /// <param name="cells">The bits of one number a row, none of them infinite.</param>
    /// <param name="invalidCount">How many cells the reader had to set aside because they were no finite numbers.</param>
    internal NumberColumn(string name, Cells cells, int invalidCount) : base(name, cells) => InvalidCount = invalidCount;

    public override ColumnType Type => ColumnType.Number;

    /// <summary>How many cells said NaN, were infinite or were no number, and therefore count as missing.</summary>
    public int InvalidCount { get; }

    /// <summary>One number a row; NaN is missing. A column that does not fit into memory is read from its file each time.</summary>
    public ReadOnlySpan<float> Values => Cells.ReadNumbers();

    /// <summary>The shortest text that reads back as the same number.</summary>
    internal static string Text(float value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number that a cell's bits are.</summary>
    internal static float NumberOf(int cell) => BitConverter.Int32BitsToSingle(cell);

    /// <summary>Whether every number that is there is whole.</summary>
    internal bool IsWhole
    {
        get
        {
            foreach (float value in Values)
            {
                if (value != MathF.Floor(value) && !float.IsNaN(value)) { return false; }
            }
            return true;
        }
    }

    /// <summary>The numbers that are there, in their order.</summary>
    internal float[] PresentValues()
    {
        float[] present = new float[PresentCount];
        int count = 0;
        foreach (float value in Values)
        {
            if (!float.IsNaN(value)) { present[count++] = value; }
        }
        return present;
    }

    private protected override bool IsMissingCell(int cell) => float.IsNaN(NumberOf(cell));

    private protected override string TextOf(int cell) => Text(NumberOf(cell));

    private protected override int CountDistinct() => CountDistinct(PresentValues());
}
