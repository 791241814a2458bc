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

    /// <summary>The loss of one error, and its slope there.</summary>
    private protected abstract (float Loss, float Slope) OfError(float error);
}
