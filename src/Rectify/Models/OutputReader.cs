using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Models;

/// <summary>Turns the numbers that a network puts out into shares of classes.</summary>
internal static class OutputReader
{
    private static readonly Activation Sigmoid = Activation.Of(new Sigmoid());

    /// <summary>The share of each class, for one row.</summary>
    /// <param name="meaning">What the outputs stand for.</param>
    /// <param name="outputs">The network's outputs for the row.</param>
    /// <param name="shares">As many as there are classes.</param>
    public static void Shares(OutputMeaning meaning, ReadOnlySpan<float> outputs, Span<float> shares)
    {
        switch (meaning)
        {
            case OutputMeaning.ClassScores when outputs.Length == 1:
                // A softmax over one unit is always 1: all there is to say is the class it stands for.
                (shares[0], shares[1]) = (1, 0);
                break;
            case OutputMeaning.ClassScores:
                SoftmaxRows.Forward(outputs, shares, outputs.Length);
                break;
            case OutputMeaning.IndependentScores when outputs.Length == 1:
                Sigmoid.Forward(outputs, shares[1..]);
                shares[0] = 1 - shares[1];
                break;
            case OutputMeaning.IndependentScores:
                Sigmoid.Forward(outputs, shares);
                break;
            case OutputMeaning.ClassValues when outputs.Length == 1:
                shares[1] = Math.Clamp(outputs[0], 0, 1);
                shares[0] = 1 - shares[1];
                break;
            case OutputMeaning.ClassValues:
                Divide(outputs, shares);
                break;
            default:
                throw new ArgumentException("The outputs are values, not scores of classes.");
        }
    }

    // What is above 0, divided by its sum; where nothing is, the largest value has all.
    private static void Divide(ReadOnlySpan<float> values, Span<float> shares)
    {
        float sum = 0;
        foreach (float value in values) { sum += Math.Max(value, 0); }
        for (int i = 0; i < values.Length; i++) { shares[i] = sum > 0 ? Math.Max(values[i], 0) / sum : 0; }
        if (sum == 0) { shares[Likeliest(values)] = 1; }
    }

    /// <summary>The first of the largest shares.</summary>
    public static int Likeliest(ReadOnlySpan<float> shares)
    {
        int likeliest = 0;
        for (int i = 1; i < shares.Length; i++)
        {
            if (shares[i] > shares[likeliest]) { likeliest = i; }
        }
        return likeliest;
    }
}
