using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>One product to measure: what it is in a network, and its shape.</summary>
internal sealed record ProductCase(string Use, int Rows, int Depth, int Columns)
{
    public bool TransposeA { get; init; }
    public bool TransposeB { get; init; }

    /// <summary>Floating-point operations of one product.</summary>
    public double Work => 2.0 * Rows * Depth * Columns;

    public Contender Ours(Workers workers)
    {
        Memory<float> a = Numbers.Uniform(Rows * Depth), b = Numbers.Uniform(Depth * Columns), c = Numbers.Uniform(Rows * Columns);
        return Contender.Ours(Work, () =>
        {
            Matrix first = TransposeA ? new Matrix(a.Span, Depth, Rows).Transposed : new Matrix(a.Span, Rows, Depth);
            Matrix second = TransposeB ? new Matrix(b.Span, Columns, Depth).Transposed : new Matrix(b.Span, Depth, Columns);
            Gemm.Multiply(workers, first, second, c.Span);
        });
    }

    public override string ToString() => $"{Use} {Rows}×{Depth}{(TransposeA ? "ᵀ" : "")}×{Columns}{(TransposeB ? "ᵀ" : "")}";
}
