namespace Rectify.Data;

/// <summary>A fitted encoder that knows what the cells of one table's column mean.</summary>
/// <param name="cells">The column's cells.</param>
internal abstract class BoundColumn(Cells cells)
{
    /// <summary>The cells that it encodes.</summary>
    public Cells Cells => cells;

    /// <summary>Encodes cells of some rows: each overwrites as many numbers as the encoder has features.</summary>
    /// <param name="cells">One a row.</param>
    /// <param name="inputs">Where the first row's numbers begin.</param>
    /// <param name="width">How many numbers further those of the next row begin.</param>
    public abstract void Encode(ReadOnlySpan<int> cells, Span<float> inputs, int width);
}
