using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// Reductions over the rows of a matrix, column by column, always from the first row to the last: no width or thread changes
/// a bit.
/// </summary>
internal static class Columns
{
    /// <summary>sums[c] = Σ over rows of values[r, c].</summary>
    public static void Sum(ReadOnlySpan<float> values, Span<float> sums)
    {
        sums.Clear();
        for (int start = 0; start < values.Length; start += sums.Length) { Arithmetic.Add(sums, values.Slice(start, sums.Length)); }
    }

    /// <summary>sums[c] = Σ over rows of (values[r, c] − centre[c])².</summary>
    public static void SumOfSquaredDifferences(ReadOnlySpan<float> values, ReadOnlySpan<float> centre, Span<float> sums)
    {
        sums.Clear();
        for (int start = 0; start < values.Length; start += sums.Length)
        {
            Elementwise.Map(new AddSquaredDifference(), values.Slice(start, sums.Length), centre, sums, sums);
        }
    }

    /// <summary>running[c] += share · (scale·value[c] − running[c]).</summary>
    public static void MoveTowards(Span<float> running, ReadOnlySpan<float> value, float share, float scale)
        => Elementwise.Map(new Approach(share, scale), running, value, running);

    private readonly struct AddSquaredDifference : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T centre, T sum) where T : struct, ISimdLane<T>, ILane<T> => T.Fma(x - centre, x - centre, sum);
    }

    private readonly struct Approach(float share, float scale) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T running, T value) where T : struct, ISimdLane<T>, ILane<T>
            => T.Fma(T.Fma(value, scale, -running), share, running);
    }
}
