using System.Globalization;
using Rectify.Kernels;
using Rectify.Layers;

namespace Rectify.Networks;

/// <summary>Weights of one scale whatever the layer's size: simple, and wrong for deep networks, which makes it worth showing.</summary>
internal sealed class FixedScale(bool normal, float scale) : Initializer
{
    public override string Text => string.Create(CultureInfo.InvariantCulture, $"{(normal ? "normal" : "uniform")}:{scale}");

    public override void Fill(Parameter weight, float gain, Philox random)
    {
        if (normal) { FillNormal(weight.Value, scale, random); }
        else { FillUniform(weight.Value, scale, random); }
    }

    public override double Variance(Parameter weight, float gain) => (double)scale * scale / (normal ? 1 : 3);

    public static void FillNormal(Span<float> target, float deviation, Philox random)
    {
        random.FillNormal(target);
        foreach (ref float value in target) { value *= deviation; }
    }

    public static void FillUniform(Span<float> target, float bound, Philox random)
    {
        random.FillUniform(target);
        foreach (ref float value in target) { value = (2 * value - 1) * bound; }
    }
}
