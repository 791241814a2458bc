using System.Runtime.InteropServices;

namespace Rectify.Data;

/// <summary>
/// The cells of one column, wherever they lie: 32 bits each, which are a number, the code of a label or a day to the column
/// alone. Safe to read from many threads at once.
/// </summary>
internal abstract class Cells
{
    /// <summary>How many there are.</summary>
    public abstract int Count { get; }

    /// <summary>One cell.</summary>
    public abstract int this[int row] { get; }

    /// <summary>Overwrites <paramref name="cells"/> with those of some rows. Allocates nothing.</summary>
    public abstract void Gather(ReadOnlySpan<int> rows, Span<int> cells);

    /// <summary>All cells. Where they lie in a file it is read anew each time: ask once, not for each row.</summary>
    public abstract ReadOnlySpan<int> Read();

    /// <summary>All cells as the numbers that they are in a column of numbers.</summary>
    public ReadOnlySpan<float> ReadNumbers() => MemoryMarshal.Cast<int, float>(Read());
}
