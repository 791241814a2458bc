using System.Runtime.InteropServices;

namespace Rectify.Data;

/// <summary>Cells in memory.</summary>
/// <typeparam name="T">What the array holds, of 32 bits: float or int.</typeparam>
internal sealed class ArrayCells<T>(T[] cells) : Cells where T : struct
{
    public override int Count => cells.Length;
    public override int this[int row] => Read()[row];

    public override void Gather(ReadOnlySpan<int> rows, Span<int> gathered)
    {
        ReadOnlySpan<int> all = Read();
        for (int i = 0; i < rows.Length; i++) { gathered[i] = all[rows[i]]; }
    }

    public override ReadOnlySpan<int> Read() => MemoryMarshal.Cast<T, int>(cells);
}
