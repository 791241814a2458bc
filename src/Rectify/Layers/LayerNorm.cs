using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>Each sample less its own mean, divided by its own deviation, then times a learned scale plus a learned shift.</summary>
/// <remarks>Ba, Kiros, Hinton 2016, equation 3. ε 1e-5, as PyTorch.</remarks>
public sealed class LayerNorm : Normalization
{
    /// <param name="width">Numbers per sample.</param>
    public LayerNorm(int width) : base(width) => Parameters = [Factor, Offset];

    public override string Text => $"layer-norm:width={Width}";
    public override string Name => $"layer-norm {Width}";
    public override IReadOnlyList<Parameter> Parameters { get; }

    // Mean and 1/deviation of each sample, and two scratch rows.
    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => 2 * batchSize * inputs[0].Positions + 2 * Width;

    public override void Forward(LayerPass pass)
    {
        for (int i = 0; i < pass.Input.Values.Length / Width; i++)
        {
            ReadOnlySpan<float> x = Row(pass.Input, i);
            Span<float> y = Row(pass.Output, i);
            float mean = (float)Reduction.Sum(x) / Width;
            Arithmetic.AddConstant(x, -mean, y);
            float inverseDeviation = 1 / MathF.Sqrt((float)Reduction.SumOfSquares(y) / Width + Epsilon);
            (Statistic(pass, i)[0], Statistic(pass, i)[1]) = (mean, inverseDeviation);

            Arithmetic.Scale(y, inverseDeviation);
            Arithmetic.MultiplyAdd(y, Factor.Value, Offset.Value, y);
        }
    }

    public override void Backward(LayerPass pass)
    {
        Span<float> factorGradient = pass.Gradient(Factor), offsetGradient = pass.Gradient(Offset);
        Span<float> normalized = pass.Memory[^(2 * Width)..^Width], dNormalized = pass.Memory[^Width..];
        Columns.Sum(pass.OutputGradient.Values, offsetGradient);
        factorGradient.Clear();
        for (int i = 0; i < pass.Input.Values.Length / Width; i++)
        {
            ReadOnlySpan<float> dy = Row(pass.OutputGradient, i);
            (float mean, float inverseDeviation) = (Statistic(pass, i)[0], Statistic(pass, i)[1]);
            Arithmetic.AddConstant(Row(pass.Input, i), -mean, normalized);
            Arithmetic.Scale(normalized, inverseDeviation);
            Arithmetic.MultiplyAdd(dy, normalized, factorGradient, factorGradient);
            if (pass.InputGradient is not { } inputGradient) { continue; }

            // dx = (dx̂ − mean(dx̂) − x̂·mean(dx̂·x̂))/deviation with dx̂ = dy·scale.
            Span<float> dx = Row(inputGradient, i);
            Arithmetic.Multiply(dy, Factor.Value, dNormalized);
            float meanGradient = (float)Reduction.Sum(dNormalized) / Width;
            Arithmetic.Multiply(dNormalized, normalized, dx);
            float meanProduct = (float)Reduction.Sum(dx) / Width;
            Arithmetic.AddConstant(dNormalized, -meanGradient, dx);
            Arithmetic.AddScaled(dx, -meanProduct, normalized);
            Arithmetic.Scale(dx, inverseDeviation);
        }
    }

    private Span<float> Row(Batch batch, int index) => batch.Values.Slice(index * Width, Width);

    private static Span<float> Statistic(LayerPass pass, int sample) => pass.Memory.Slice(2 * sample, 2);
}
