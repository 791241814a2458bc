namespace Rectify.Data;

/// <summary>A fitted encoder together with the cells it encodes.</summary>
internal abstract class BoundColumn
{
    /// <summary>Overwrites <paramref name="inputs"/> with one row's numbers, as many as the encoder has features.</summary>
    public abstract void Encode(int row, Span<float> inputs);
}
