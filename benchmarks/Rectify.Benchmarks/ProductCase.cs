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
        Memory<float> a = Numbers(Rows * Depth), b = Numbers(Depth * Columns), c = Numbers(Rows * Columns);
        return new Contender(Work, () =>
        {
            Matrix first = TransposeA ? new Matrix(a.Span, Depth, Rows).Transposed : new Matrix(a.Span, Rows, Depth);
            Matrix second = TransposeB ? new Matrix(b.Span, Columns, Depth).Transposed : new Matrix(b.Span, Depth, Columns);
            Gemm.Multiply(workers, first, second, c.Span);
        });
    }

    public override string ToString() => $"{Use} {Rows}x{Depth}{(TransposeA ? "ᵀ" : "")}x{Columns}{(TransposeB ? "ᵀ" : "")}";

    private static Memory<float> Numbers(int length)
    {
        Memory<float> numbers = FloatMemory.Allocate(length);
        new Philox(1, RandomPurpose.Probe).FillUniform(numbers.Span);
        return numbers;
    }
}
