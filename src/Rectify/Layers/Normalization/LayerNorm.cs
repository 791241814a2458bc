using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// Each row of units less its own mean, divided by its own deviation, then times a learned scale plus a learned shift; of images
/// the channels of each position.
/// </summary>
/// <remarks>Ba, Kiros, Hinton 2016, equation 3, over the last dimension. ε 1e-5, as PyTorch.</remarks>
public sealed class LayerNorm : Normalization
{
    /// <param name="width">Units, features or channels.</param>
    public LayerNorm(int width) : base(width) => Parameters = [Factor, Offset];

    public override string Text => $"layer-norm:width={Width}";
    public override string Name => $"layer-norm {Width}";
    public override IReadOnlyList<Parameter> Parameters { get; }

    // 1/deviation of each row, and every number less its mean and divided by its deviation: all that backward reads.
    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize)
        => batchSize * (inputs[0].Positions + inputs[0].Length);

    public override void Backward(LayerPass pass)
    {
        ReadOnlySpan<float> dy = pass.OutputGradient.Values;
        Columns.Sum(pass.Workers, dy, pass.Gradient(Offset));
        Columns.Sum(pass.Workers, new Product(), dy, NormalizedOf(pass, 0, pass.Output.Count), [], pass.Gradient(Factor));
        if (pass.InputGradient is not null) { base.Backward(pass); }
    }

    protected override void Forward(LayerPass pass, int first, int count)
    {
        ReadOnlySpan<float> x = pass.Input.Rows(first, count);
        Span<float> y = pass.Output.Rows(first, count), inverseDeviations = InverseDeviationsOf(pass, first, count);
        Span<float> normalized = NormalizedOf(pass, first, count);
        for (int i = 0; i < inverseDeviations.Length; i++)
        {
            Span<float> row = normalized.Slice(i * Width, Width);
            float mean = (float)Reduction.Sum(x.Slice(i * Width, Width)) / Width;
            Arithmetic.AddConstant(x.Slice(i * Width, Width), -mean, row);
            inverseDeviations[i] = 1 / MathF.Sqrt((float)Reduction.SumOfSquares(row) / Width + Epsilon);
            Arithmetic.Scale(row, inverseDeviations[i]);
            Arithmetic.MultiplyAdd(row, Factor.Value, Offset.Value, y.Slice(i * Width, Width));
        }
    }

    protected override void Backward(LayerPass pass, int first, int count)
    {
        ReadOnlySpan<float> dy = pass.OutputGradient.Rows(first, count), inverseDeviations = InverseDeviationsOf(pass, first, count);
        Span<float> dx = pass.InputGradient!.Rows(first, count), normalized = NormalizedOf(pass, first, count);
        for (int i = 0; i < inverseDeviations.Length; i++)
        {
            // dx = (dx̂ − mean(dx̂) − x̂·mean(dx̂·x̂))/deviation with dx̂ = dy·scale.
            Span<float> row = dx.Slice(i * Width, Width), normalizedRow = normalized.Slice(i * Width, Width);
            Arithmetic.Multiply(dy.Slice(i * Width, Width), Factor.Value, row);
            float meanGradient = (float)Reduction.Sum(row) / Width;
            float meanProduct = (float)Reduction.SumOfProducts(row, normalizedRow) / Width;
            Arithmetic.AddConstant(row, -meanGradient, row);
            Arithmetic.AddScaled(row, -meanProduct, normalizedRow);
            Arithmetic.Scale(row, inverseDeviations[i]);
        }
    }

    private static Span<float> NormalizedOf(LayerPass pass, int first, int count)
        => pass.Memory.Slice(first * pass.Input.Sample.Length, count * pass.Input.Sample.Length);

    private static Span<float> InverseDeviationsOf(LayerPass pass, int first, int count)
    {
        int positions = pass.Input.Sample.Positions;
        return pass.Memory.Slice(pass.Input.Capacity * pass.Input.Sample.Length + first * positions, count * positions);
    }

    private readonly struct Product : IColumnTerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T AddTo<T>(T sum, T x, T y, Coefficients<T> of) where T : struct, ISimdLane<T>, ILane<T> => T.Fma(x, y, sum);
    }
}
