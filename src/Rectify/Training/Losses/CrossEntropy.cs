using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>−log of the share that the softmax of the output gives to the right class.</summary>
/// <remarks>
/// Softmax and logarithm are taken together: log Σ exp(x_j − max) is exact where a softmax alone rounds to 0 or 1.
/// Label smoothing as Szegedy et al. 2016, section 7.
/// </remarks>
public sealed class CrossEntropy : Loss
{
    private readonly float _smoothing;
    private readonly float[]? _classWeights;

    /// <param name="smoothing">The share of each target that is spread over all classes, in [0, 1).</param>
    /// <param name="classWeights">A factor for each class's samples; null for 1.</param>
    public CrossEntropy(float smoothing = 0, IReadOnlyList<float>? classWeights = null)
        => (_smoothing, _classWeights) = (Share.Check(smoothing, "Label smoothing"), classWeights?.ToArray());

    public override string Name => "cross-entropy";
    public override bool IsForClasses => true;

    public override double Evaluate(Batch output, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        CheckLengths(output, targets, gradient);
        CheckClasses(targets, output.Sample.Length, _classWeights);
        double sum = 0;
        for (int first = 0; first < output.Count; first += SoftmaxBlock.Rows)
        {
            int count = Math.Min(SoftmaxBlock.Rows, output.Count - first), classes = output.Sample.Length;
            Span<float> ofRows = gradient.Slice(first * classes, count * classes);
            sum += Evaluate(output.Rows(first, count), targets.Slice(first, count), ofRows, classes, 1f / output.Count);
        }
        return sum;
    }

    /// <inheritdoc/>
    /// <remarks>The logarithms of the classes' shares, smoothed as their targets are.</remarks>
    public override float[] BestConstant(ReadOnlySpan<float> targets, int outputs)
    {
        CheckTargets(targets, outputs);
        CheckClasses(targets, outputs, _classWeights);
        double[] shares = ClassShares.Of(targets, Math.Max(outputs, 2), _classWeights);
        return [.. shares.Take(outputs).Select(share => (float)Math.Log((1 - _smoothing) * share + _smoothing / outputs))];
    }

    // A few rows while they are in the nearest cache.
    private double Evaluate(ReadOnlySpan<float> x, ReadOnlySpan<float> targets, Span<float> gradient, int classes, float share)
    {
        SoftmaxBlock softmax = default;
        float spread = _smoothing / classes;
        for (int i = 0; i < targets.Length; i++)
        {
            float scale = share * WeightOf(targets[i]);
            softmax.Scale[i] = scale * (targets[i] < classes ? 1 : _smoothing);
            softmax.Offset[i] = -scale * spread;
        }
        SoftmaxRows.Forward(ref softmax, x, gradient, classes);

        double sum = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            // Of one output unit softmax always makes 1, and there is no unit for the second class: such a network cannot
            // learn, and its loss of 0 says so rather than failing.
            double loss = spread > 0 ? spread * (softmax.Depth[i] + (double)classes * softmax.LogTotal[i]) : 0;
            if (targets[i] < classes)
            {
                int right = i * classes + (int)targets[i];
                loss += (1 - _smoothing) * ((double)softmax.Largest[i] - x[right] + softmax.LogTotal[i]);
                gradient[right] -= share * WeightOf(targets[i]) * (1 - _smoothing);
            }
            sum += WeightOf(targets[i]) * loss;
        }
        return sum;
    }

    private float WeightOf(float target) => _classWeights is null ? 1 : _classWeights[(int)target];
}
