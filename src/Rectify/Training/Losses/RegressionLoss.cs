using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>A loss of numbers: the mean over outputs of a function of the error, prediction less target.</summary>
public abstract class RegressionLoss : Loss
{
    public sealed override bool IsForClasses => false;

    public sealed override double Evaluate(Batch output, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        CheckLengths(output, targets, gradient);
        return Sum(output.Values, targets, output.Values.Length, gradient) / output.Sample.Length;
    }

    /// <inheritdoc/>
    /// <remarks>Of each output the mean, the median or what lies between, by the loss.</remarks>
    public sealed override float[] BestConstant(ReadOnlySpan<float> targets, int outputs)
    {
        CheckTargets(targets, outputs);
        float[] best = new float[outputs], column = new float[targets.Length / outputs];
        for (int output = 0; output < outputs; output++)
        {
            for (int row = 0; row < column.Length; row++) { column[row] = targets[row * outputs + output]; }
            best[output] = BestConstant(column);
        }
        return best;
    }

    // The slope of the sum never falls as the constant rises, so halving finds where it leaves the negative.
    private float BestConstant(float[] targets)
    {
        double low = targets.Min(), high = targets.Max();
        float[] errors = new float[targets.Length], zeros = new float[targets.Length], slopes = new float[targets.Length];
        for (int round = 0; round < 50; round++)
        {
            double middle = (low + high) / 2;
            for (int i = 0; i < errors.Length; i++) { errors[i] = (float)(middle - targets[i]); }
            Sum(errors, zeros, 1, slopes);
            if (slopes.Sum(slope => (double)slope) < 0) { low = middle; }
            else { high = middle; }
        }
        return (float)high;
    }

    /// <summary>The sum of all losses; overwrites <paramref name="gradient"/> with their slopes over <paramref name="count"/>.</summary>
    private protected abstract double Sum(ReadOnlySpan<float> values, ReadOnlySpan<float> targets, float count, Span<float> gradient);
}
