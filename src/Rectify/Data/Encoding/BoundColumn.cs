namespace Rectify.Data;

/// <summary>A fitted encoder that knows what the cells of one table's column mean.</summary>
/// <param name="cells">The column's cells.</param>
internal abstract class BoundColumn(Cells cells)
{
    /// <summary>The cells that it encodes.</summary>
    public Cells Cells => cells;

    /// <summary>Overwrites <paramref name="inputs"/> with the numbers of one cell, as many as the encoder has features.</summary>
    public abstract void Encode(int cell, Span<float> inputs);
}
