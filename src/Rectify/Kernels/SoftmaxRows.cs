using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Softmax of each row, in the steps that a cross-entropy shares with it. Sums run from first to last.</summary>
internal static class SoftmaxRows
{
    /// <summary>output = exp(input − max)/Σ exp(input − max), row by row.</summary>
    public static void Forward(ReadOnlySpan<float> input, Span<float> output, int width)
    {
        Exponentials(input, output, width);
        for (int start = 0; start < output.Length; start += width)
        {
            Span<float> row = output.Slice(start, width);
            ToShares(row, 1 / SumOf(row), 0);
        }
    }

    /// <summary>exponentials = exp(input − the row's largest), so that none overflows and at least one is 1.</summary>
    public static void Exponentials(ReadOnlySpan<float> input, Span<float> exponentials, int width)
    {
        for (int start = 0; start < input.Length; start += width)
        {
            ReadOnlySpan<float> row = input.Slice(start, width);
            float largest = LargestOf(row);
            for (int i = 0; i < width; i++) { exponentials[start + i] = row[i] - largest; }
        }
        Elementwise.Map(new Exponential(), exponentials, exponentials);
    }

    /// <summary>The largest number of a row; NaN if one is.</summary>
    public static float LargestOf(ReadOnlySpan<float> row)
    {
        float largest = row[0];
        foreach (float value in row) { largest = MathF.Max(largest, value); }
        return largest;
    }

    public static float SumOf(ReadOnlySpan<float> row)
    {
        float sum = 0;
        foreach (float value in row) { sum += value; }
        return sum;
    }

    /// <summary>row = row·factor + offset.</summary>
    public static void ToShares(Span<float> row, float factor, float offset)
    {
        foreach (ref float value in row) { value = value * factor + offset; }
    }

    private readonly struct Exponential : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.Exp(x);
    }
}
