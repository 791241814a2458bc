using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>A loss of numbers: the mean over outputs of a function of the error, prediction less target.</summary>
public abstract class RegressionLoss : Loss
{
    public sealed override bool IsForClasses => false;

    public sealed override double Evaluate(Batch output, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        int width = output.Sample.Length;
        ReadOnlySpan<float> values = output.Values;
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            (float loss, float slope) = OfError(values[i] - targets[i]);
            sum += loss;
            gradient[i] = slope / values.Length;
        }
        return sum / width;
    }

    /// <inheritdoc/>
    /// <remarks>Of each output the mean, the median or what lies between, by the loss.</remarks>
    public sealed override float[] BestConstant(ReadOnlySpan<float> targets, int outputs)
    {
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
        for (int round = 0; round < 50; round++)
        {
            double middle = (low + high) / 2, slope = 0;
            foreach (float target in targets) { slope += OfError((float)(middle - target)).Slope; }
            if (slope < 0) { low = middle; }
            else { high = middle; }
        }
        return (float)high;
    }

    /// <summary>The loss of one error, and its slope there.</summary>
    private protected abstract (float Loss, float Slope) OfError(float error);
}
