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
        => checked(batchSize * (inputs[0].Positions + inputs[0].Length));

    public override void Backward(LayerPass pass)
    {
        Span<float> normalized = NormalizedOf(pass, 0, pass.Output.Count), factorGradient = pass.Gradient(Factor);
        Columns.Sum(pass.Workers, new Product(), normalized, pass.OutputGradient.Values, [], factorGradient, pass.Gradient(Offset));
        if (pass.InputGradient is not null) { base.Backward(pass); }
    }

    protected override void Forward(LayerPass pass, int first, int count) => RowNormalization.Forward(
        pass.Input.Rows(first, count), Factor.Value, Offset.Value, Epsilon,
        InverseDeviationsOf(pass, first, count), NormalizedOf(pass, first, count), pass.Output.Rows(first, count));

    protected override void Backward(LayerPass pass, int first, int count) => RowNormalization.Backward(
        NormalizedOf(pass, first, count), InverseDeviationsOf(pass, first, count), Factor.Value,
        pass.OutputGradient.Rows(first, count), pass.InputGradient!.Rows(first, count));

    private static Span<float> NormalizedOf(LayerPass pass, int first, int count)
        => pass.Memory.Slice(first * pass.Input.Sample.Length, count * pass.Input.Sample.Length);

    private static Span<float> InverseDeviationsOf(LayerPass pass, int first, int count)
    {
        int positions = pass.Input.Sample.Positions;
        return pass.Memory.Slice(pass.Input.Capacity * pass.Input.Sample.Length + first * positions, count * positions);
    }

    private readonly struct Product : IColumnTerm
    {
        public static int CoefficientCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T AddTo<T>(T sum, T x, T y, Coefficients<T> of) where T : struct, ISimdLane<T>, ILane<T> => T.Fma(x, y, sum);
    }
}
