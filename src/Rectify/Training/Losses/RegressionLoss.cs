using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>
/// A loss of numbers: the mean over outputs of a function of the error, prediction less target. Where targets are classes, the
/// output of the right class is to be 1 and the others 0, and one output alone 1 for the second of two classes.
/// </summary>
public abstract class RegressionLoss : Loss
{
    // Targets that are written out together, while they are in the nearest cache.
    private const int ChunkLength = 512;

    /// <param name="oneHot">Whether targets are classes.</param>
    private protected RegressionLoss(bool oneHot) => IsForClasses = oneHot;

    public sealed override bool IsForClasses { get; }

    public sealed override double Evaluate(Batch output, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        CheckLengths(output, targets, gradient);
        int outputs = output.Sample.Length;
        double sum = IsForClasses
            ? SumOfClasses(output.Values, targets, outputs, gradient)
            : Sum(output.Values, targets, output.Values.Length, gradient);
        return sum / outputs;
    }

    /// <inheritdoc/>
    /// <remarks>Of each output the mean, the median or what lies between, by the loss.</remarks>
    public sealed override float[] BestConstant(ReadOnlySpan<float> targets, int outputs)
    {
        CheckTargets(targets, outputs);
        int rows = IsForClasses ? targets.Length : targets.Length / outputs;
        float[] best = new float[outputs], column = new float[rows];
        for (int output = 0; output < outputs; output++)
        {
            for (int row = 0; row < rows; row++)
            {
                column[row] = IsForClasses ? OneHot(targets[row], output, outputs) : targets[row * outputs + output];
            }
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

    private double SumOfClasses(ReadOnlySpan<float> values, ReadOnlySpan<float> classes, int outputs, Span<float> gradient)
    {
        Span<float> chunk = stackalloc float[ChunkLength];
        double sum = 0;
        int row = 0, output = 0;
        for (int start = 0; start < values.Length; start += ChunkLength)
        {
            int length = Math.Min(ChunkLength, values.Length - start);
            for (int i = 0; i < length; i++)
            {
                chunk[i] = OneHot(classes[row], output, outputs);
                if (++output == outputs) { (row, output) = (row + 1, 0); }
            }
            sum += Sum(values.Slice(start, length), chunk[..length], values.Length, gradient.Slice(start, length));
        }
        return sum;
    }

    private static float OneHot(float target, int output, int outputs) => outputs == 1 ? target : target == output ? 1 : 0;

    /// <summary>The sum of all losses; overwrites <paramref name="gradient"/> with their slopes over <paramref name="count"/>.</summary>
    private protected abstract double Sum(ReadOnlySpan<float> values, ReadOnlySpan<float> targets, float count, Span<float> gradient);
}
