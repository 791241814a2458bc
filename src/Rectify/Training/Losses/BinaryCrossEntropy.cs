using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>
/// The mean over units of −t·log σ(x) − (1 − t)·log(1 − σ(x)): each unit says yes or no for itself. One unit tells two
/// classes apart; several take a class each.
/// </summary>
public sealed class BinaryCrossEntropy : Loss
{
    private static readonly Activation Sigmoid = Activation.Of(new Sigmoid());
    private readonly float[]? _classWeights;

    /// <param name="classWeights">A factor for each class's samples; null for 1.</param>
    public BinaryCrossEntropy(IReadOnlyList<float>? classWeights = null) => _classWeights = classWeights?.ToArray();

    public override string Name => "bce";
    public override bool IsForClasses => true;

    public override double Evaluate(Batch output, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        int units = output.Sample.Length;
        double sum = 0;
        Sigmoid.Forward(output.Values, gradient);
        for (int i = 0; i < output.Count; i++)
        {
            ReadOnlySpan<float> x = output.Row(i);
            Span<float> dx = gradient.Slice(i * units, units);
            float weight = _classWeights is null ? 1 : _classWeights[(int)targets[i]], scale = weight / (units * output.Count);
            for (int unit = 0; unit < units; unit++)
            {
                float target = units == 1 ? targets[i] : unit == (int)targets[i] ? 1 : 0;

                sum += weight * LossOf(x[unit], target) / units;
                dx[unit] = scale * (dx[unit] - target);
            }
        }
        return sum;
    }

    /// <inheritdoc/>
    /// <remarks>The log odds of each unit's class.</remarks>
    public override float[] BestConstant(ReadOnlySpan<float> targets, int outputs)
    {
        double[] shares = ClassShares.Of(targets, Math.Max(outputs, 2), _classWeights);
        return [.. shares.TakeLast(outputs).Select(share => (float)Math.Log(share / Math.Max(1 - share, 1e-9)))];
    }

    // log(1 + eˣ) − t·x, which never takes the logarithm of a rounded 0. What is large cancels before what is small is added.
    private static double LossOf(float x, float target)
        => (double)MathF.Max(x, 0) - target * x + Logarithms.Log1P(Exponentials.Exp<Lane1>(-MathF.Abs(x))).Value;
}
