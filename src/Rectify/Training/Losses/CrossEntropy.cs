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
        int classes = output.Sample.Length;
        double sum = 0;
        SoftmaxRows.Exponentials(output.Values, gradient, classes);
        for (int i = 0; i < output.Count; i++)
        {
            ReadOnlySpan<float> x = output.Row(i);
            Span<float> dx = gradient.Slice(i * classes, classes);
            int target = (int)targets[i];
            float weight = _classWeights is null ? 1 : _classWeights[target], spread = _smoothing / classes;

            // In double precision: the others' small part of the sum is all that a confident row's loss is made of.
            double total = 0;
            foreach (float exponential in dx) { total += exponential; }
            double logSum = (double)SoftmaxRows.LargestOf(x) + Logarithms.Log1P<Lane1>((float)(total - 1)).Value;

            // Of one output unit softmax always makes 1, and there is no unit for the second class: such a network cannot
            // learn, and its loss of 0 says so rather than failing.
            bool inside = target < classes;
            double loss = inside ? (1 - _smoothing) * (logSum - x[target]) : 0;
            if (spread > 0) { foreach (float value in x) { loss += spread * (logSum - value); } }
            sum += weight * loss;

            float targetShare = inside ? 1 : _smoothing, scale = weight / output.Count;
            SoftmaxRows.ToShares(dx, scale * targetShare / (float)total, -scale * spread);
            if (inside) { dx[target] -= scale * (1 - _smoothing); }
        }
        return sum;
    }

    /// <inheritdoc/>
    /// <remarks>The logarithms of the classes' shares, smoothed as their targets are.</remarks>
    public override float[] BestConstant(ReadOnlySpan<float> targets, int outputs)
    {
        double[] shares = ClassShares.Of(targets, Math.Max(outputs, 2), _classWeights);
        return [.. shares.Take(outputs).Select(share => (float)Math.Log((1 - _smoothing) * share + _smoothing / outputs))];
    }
}
