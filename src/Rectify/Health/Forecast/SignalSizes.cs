using Rectify.Kernels;

namespace Rectify.Health;

/// <summary>The mean squares of what each node of a network puts out, and of the gradients on the way back, added up over starts.</summary>
internal sealed class SignalSizes(int nodes)
{
    /// <summary>Of each node's output.</summary>
    public double[] Outputs { get; } = new double[nodes];

    /// <summary>Of the gradient by each node's output.</summary>
    public double[] OutputGradients { get; } = new double[nodes];

    /// <summary>Of the gradients that each node passes back to its inputs; 0 where nobody asks for them.</summary>
    public double[] InputGradients { get; } = new double[nodes];

    /// <summary>The mean of all squares, however large or small they are.</summary>
    public static double MeanSquare(ReadOnlySpan<float> values)
    {
        // Squares in single precision are fast, but those of deep networks leave its range.
        double sum = Reduction.SumOfSquares(values);
        if (!(sum is > 1e-25 and < float.MaxValue))
        {
            sum = 0;
            foreach (float value in values) { sum += (double)value * value; }
        }
        return sum / values.Length;
    }
}
