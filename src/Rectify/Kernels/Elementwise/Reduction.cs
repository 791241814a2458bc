using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Sums over a span, in one order whatever the width of the machine's registers.</summary>
/// <remarks>
/// Blocks of 4,096 numbers are each added up in 16 partial sums, element i in partial sum i mod 16; these are added in
/// order, in double precision.
/// </remarks>
internal static unsafe class Reduction
{
    private const int Partials = 16, BlockLength = 4096;

    /// <summary>Σ x[i]</summary>
    public static double Sum(ReadOnlySpan<float> x) => Sum(x, Elementwise.Width);

    /// <summary>Σ x[i]²</summary>
    public static double SumOfSquares(ReadOnlySpan<float> x) => SumOfSquares(x, Elementwise.Width);

    /// <summary>Σ x[i]·y[i]</summary>
    public static double SumOfProducts(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        Lengths.Check(y, x.Length);
        return Reduce<Product>(x, y, Elementwise.Width);
    }

    /// <summary>The mean square of x[i] less their mean, added up in double precision from the first to the last.</summary>
    public static double Variance(ReadOnlySpan<float> x)
    {
        // Twice over the numbers: the one-pass formula loses everything where the mean is far larger than the spread.
        double sum = 0, squares = 0;
        foreach (float value in x) { sum += value; }
        double mean = sum / x.Length;
        foreach (float value in x) { squares += (value - mean) * (value - mean); }
        return squares / x.Length;
    }

    internal static double Sum(ReadOnlySpan<float> x, int width) => Reduce<Plain>(x, x, width);

    internal static double SumOfSquares(ReadOnlySpan<float> x, int width) => Reduce<Product>(x, x, width);

    private static double Reduce<TTerm>(ReadOnlySpan<float> x, ReadOnlySpan<float> y, int width) where TTerm : struct, ITernary
    {
        double total = 0;
        float* partials = stackalloc float[Partials];
        fixed (float* px = x, py = y)
        {
            for (int start = 0; start < x.Length; start += BlockLength)
            {
                int length = Math.Min(BlockLength, x.Length - start);
                switch (width)
                {
                    case 16: AddBlock<TTerm, Lane16>(px + start, py + start, length, partials); break;
                    case 8: AddBlock<TTerm, Lane8>(px + start, py + start, length, partials); break;
                    case 4: AddBlock<TTerm, Lane4>(px + start, py + start, length, partials); break;
                    default: AddBlock<TTerm, Lane1>(px + start, py + start, length, partials); break;
                }
                for (int i = 0; i < Partials; i++) { total += partials[i]; }
            }
        }
        return total;
    }

    // A narrow lane walks the block several times, once for each group of partial sums, so that they stay in a register.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddBlock<TTerm, T>(float* x, float* y, int length, float* partials)
        where TTerm : struct, ITernary where T : struct, ISimdLane<T>, ILane<T>
    {
        int whole = length / Partials * Partials;
        float* restX = stackalloc float[Partials], restY = stackalloc float[Partials];
        new Span<float>(restX, Partials).Clear();
        new Span<float>(restY, Partials).Clear();
        for (int i = whole; i < length; i++) { (restX[i - whole], restY[i - whole]) = (x[i], y[i]); }

        for (int group = 0; group < Partials; group += T.Count)
        {
            T sum = 0;
            for (int i = group; i < whole; i += Partials) { sum = default(TTerm).Invoke(sum, T.Load(x + i), T.Load(y + i)); }
            T.Store(default(TTerm).Invoke(sum, T.Load(restX + group), T.Load(restY + group)), partials + group);
        }
    }

    private readonly struct Plain : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T sum, T x, T y) where T : struct, ISimdLane<T>, ILane<T> => sum + x;
    }

    private readonly struct Product : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T sum, T x, T y) where T : struct, ISimdLane<T>, ILane<T> => T.Fma(x, y, sum);
    }
}
