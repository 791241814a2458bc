using System.Globalization;
using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// In training, sets all of a sample's numbers of a channel to zero with a given probability and scales the other channels up, so
/// that means stay; else does nothing. Neighbouring positions hold nearly the same, so that to drop single ones hides little.
/// </summary>
/// <remarks>Tompson et al. 2015, section 3.2 ("SpatialDropout"), in the inverted form.</remarks>
public sealed class ChannelDropout : SamplewiseLayer
{
    private readonly float _rate;

    /// <param name="rate">The probability that a channel is dropped, in [0, 1).</param>
    public ChannelDropout(float rate) => _rate = Share.Check(rate, "A dropout rate");

    public override string Text => string.Create(CultureInfo.InvariantCulture, $"channel-dropout:rate={_rate}");
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"channel-dropout {_rate}");
    public override bool RunsInPlace => true;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => FirstOf(inputs);

    // The factor of each sample's channels: 0 or 1/(1 − rate).
    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => checked(batchSize * inputs[0].Units);

    protected override void Forward(LayerPass pass, int first, int count)
    {
        if (pass.Mode == Mode.Inference)
        {
            pass.Input.CopyTo(pass.Output, first, count);
            return;
        }
        int channels = pass.Input.Sample.Units;
        Span<float> factors = pass.Memory.Slice(first * channels, count * channels);
        pass.Random(RandomPurpose.Dropout).FillUniform(factors, (ulong)first * (ulong)channels);
        Elementwise.Map(new DropoutFactor(_rate), factors, factors);
        Multiply(pass, pass.Input, pass.Output, first, count);
    }

    protected override void Backward(LayerPass pass, int first, int count)
    {
        if (pass.InputGradient is { } inputGradient) { Multiply(pass, pass.OutputGradient, inputGradient, first, count); }
    }

    private static void Multiply(LayerPass pass, Batch from, Batch to, int first, int count)
    {
        int channels = from.Sample.Units;
        for (int i = first; i < first + count; i++)
        {
            Columns.Map(new Times(), from.Row(i), from.Row(i), pass.Memory.Slice(i * channels, channels), channels, to.Row(i));
        }
    }

    private readonly struct Times : IColumnMap
    {
        public static int CoefficientCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T _, Coefficients<T> factor) where T : struct, ISimdLane<T>, ILane<T> => x * factor[0];
    }
}
