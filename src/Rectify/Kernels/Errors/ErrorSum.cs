using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// The losses of many errors and their slopes, in one pass. Summed as <see cref="Reduction"/> does, whatever the width: in blocks of
/// 4,096, each in 16 partial sums by position.
/// </summary>
internal static unsafe class ErrorSum
{
    private const int Partials = 16, BlockLength = 4096;

    /// <summary>Σ loss(values − targets); overwrites gradient with the slopes over <paramref name="count"/>.</summary>
    public static double Of<TTerm>(TTerm term, ReadOnlySpan<float> values, ReadOnlySpan<float> targets, float count, Span<float> gradient)
        where TTerm : struct, IErrorTerm
        => Of(term, values, targets, count, gradient, Elementwise.Width);

    internal static double Of<TTerm>(
        TTerm term, ReadOnlySpan<float> values, ReadOnlySpan<float> targets, float count, Span<float> gradient, int width)
        where TTerm : struct, IErrorTerm
    {
        Lengths.Check(targets, values.Length);
        Lengths.Check(gradient, values.Length);
        double total = 0;
        float* partials = stackalloc float[Partials];
        fixed (float* x = values, t = targets, dx = gradient)
        {
            for (int start = 0; start < values.Length; start += BlockLength)
            {
                new Span<float>(partials, Partials).Clear();
                int end = Math.Min(start + BlockLength, values.Length), rest = (end - start) % Partials;
                ColumnSweep.Run(new Sweep<TTerm>(term, x, t, count, dx, start, end - rest, partials), Partials, width);
                ColumnSweep.Run(new Sweep<TTerm>(term, x, t, count, dx, end - rest, end, partials), rest, width);
                for (int i = 0; i < Partials; i++) { total += partials[i]; }
            }
        }
        return total;
    }

    // The numbers as rows of 16, whose columns are the partial sums.
    private readonly struct Sweep<TTerm>(TTerm term, float* x, float* t, float count, float* dx, int from, int to, float* partials)
        : IColumnSweep where TTerm : struct, IErrorTerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            for (int column = first; column < end; column += T.Count)
            {
                T sum = T.Load(partials + column);
                for (int i = from + column; i < to; i += Partials)
                {
                    (T loss, T slope) = term.Of(T.Load(x + i) - T.Load(t + i));
                    T.Store(slope / count, dx + i);
                    sum += loss;
                }
                T.Store(sum, partials + column);
            }
        }
    }
}
