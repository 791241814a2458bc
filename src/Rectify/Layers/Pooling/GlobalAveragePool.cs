using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>The mean of each channel over all positions of a sample: from an image of any size a row of channels.</summary>
/// <remarks>Lin, Chen, Yan 2013, section 3.2.</remarks>
public sealed class GlobalAveragePool : SamplewiseLayer
{
    public override string Text => "global-average-pool";
    public override string Name => "global-average-pool";

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => new(FirstOf(inputs).Units);

    protected override void Forward(LayerPass pass, int first, int count)
    {
        for (int i = first; i < first + count; i++)
        {
            // This thread alone: the samples are what threads share.
            Columns.Sum(Workers.Single, pass.Input.Row(i), pass.Output.Row(i));
        }
        Arithmetic.Scale(pass.Output.Rows(first, count), 1f / pass.Input.Sample.Positions);
    }

    protected override void Backward(LayerPass pass, int first, int count)
    {
        if (pass.InputGradient is not { } inputGradient) { return; }
        int channels = inputGradient.Sample.Units;
        Spread spread = new(1f / inputGradient.Sample.Positions);
        for (int i = first; i < first + count; i++)
        {
            Span<float> dx = inputGradient.Row(i);
            Columns.Map(spread, dx, dx, pass.OutputGradient.Row(i), channels, dx);
        }
    }

    // The same for every position, whatever was there.
    private readonly struct Spread(float share) : IColumnMap
    {
        public static int CoefficientCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T y, Coefficients<T> gradient) where T : struct, ISimdLane<T>, ILane<T> => gradient[0] * share;
    }
}
