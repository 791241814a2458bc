using Rectify.Kernels;
using Rectify.Layers;

namespace Rectify.Networks;

/// <summary>Weights whose variance is gain² divided by a fan, so that signals keep their size from layer to layer.</summary>
/// <remarks>
/// He et al. 2015, equation 10 (fan-in, with the activation's gain); Glorot and Bengio 2010, equation 16 (the mean of both
/// fans); LeCun et al. 1998, section 4.6 (fan-in, no gain; Klambauer et al. 2017 ask for it with SELU).
/// </remarks>
internal sealed class VarianceScaling(Fan fan, bool normal, bool usesGain) : Initializer
{
    public override string Text => (fan == Fan.Average ? "glorot" : usesGain ? "he" : "lecun") + (normal ? "-normal" : "-uniform");

    public override void Fill(Parameter weight, float gain, Philox random)
    {
        float deviation = (usesGain ? gain : 1) / MathF.Sqrt(Size(weight));
        if (normal) { FixedScale.FillNormal(weight.Value, deviation, random); }
        else { FixedScale.FillUniform(weight.Value, MathF.Sqrt(3) * deviation, random); }
    }

    public override double Variance(Parameter weight, float gain) => (usesGain ? (double)gain * gain : 1) / Size(weight);

    private float Size(Parameter weight) => fan == Fan.In ? weight.Rows : (weight.Rows + weight.FanOut) / 2f;
}
