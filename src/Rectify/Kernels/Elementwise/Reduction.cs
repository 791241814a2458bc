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

    /// <summary>Σ |x[i]|</summary>
    public static double SumOfMagnitudes(ReadOnlySpan<float> x) => SumOfMagnitudes(x, Elementwise.Width);

    /// <summary>How many numbers are zero, of either sign.</summary>
    public static long Zeros(ReadOnlySpan<float> x) => Zeros(x, Elementwise.Width);

    /// <summary>Σ x[i]·y[i]</summary>
    public static double SumOfProducts(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        Lengths.Check(y, x.Length);
        return Reduce(new Product(), x, y, Elementwise.Width);
    }

    /// <summary>Σ (x[i] − y[i])²</summary>
    public static double SumOfSquaredDifferences(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
        => SumOfSquaredDifferences(x, y, Elementwise.Width);

    /// <summary>Σ (x[i] − origin) and Σ (x[i] − origin)²: about a number near them, sums lose little where all are far from 0.</summary>
    public static (double Sum, double Squares) SumsAbout(float origin, ReadOnlySpan<float> x) => SumsAbout(origin, x, Elementwise.Width);

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

    internal static double Sum(ReadOnlySpan<float> x, int width) => Reduce(new Plain(), x, x, width);

    internal static double SumOfSquares(ReadOnlySpan<float> x, int width) => Reduce(new Product(), x, x, width);

    internal static double SumOfMagnitudes(ReadOnlySpan<float> x, int width) => Reduce(new Magnitude(), x, x, width);

    internal static long Zeros(ReadOnlySpan<float> x, int width) => (long)Reduce(new Zero(), x, x, width, neutral: 1);

    internal static double SumOfSquaredDifferences(ReadOnlySpan<float> x, ReadOnlySpan<float> y, int width)
    {
        Lengths.Check(y, x.Length);
        return Reduce(new SquaredDifference(), x, y, width);
    }

    internal static (double Sum, double Squares) SumsAbout(float origin, ReadOnlySpan<float> x, int width) => (
        Reduce(new Distance(origin), x, x, width, neutral: origin), Reduce(new SquaredDistance(origin), x, x, width, neutral: origin));

    // A block that is no multiple of 16 is filled up with the neutral number, of which the term adds nothing.
    private static double Reduce<TTerm>(TTerm term, ReadOnlySpan<float> x, ReadOnlySpan<float> y, int width, float neutral = 0)
        where TTerm : struct, ITernary
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
                    case 16: AddBlock<TTerm, Lane16>(term, neutral, px + start, py + start, length, partials); break;
                    case 8: AddBlock<TTerm, Lane8>(term, neutral, px + start, py + start, length, partials); break;
                    case 4: AddBlock<TTerm, Lane4>(term, neutral, px + start, py + start, length, partials); break;
                    default: AddBlock<TTerm, Lane1>(term, neutral, px + start, py + start, length, partials); break;
                }
                for (int i = 0; i < Partials; i++) { total += partials[i]; }
            }
        }
        return total;
    }

    // A narrow lane walks the block several times, once for each group of partial sums, so that they stay in a register.
    [MethodImpl(Compiled.Alone)]
    private static void AddBlock<TTerm, T>(TTerm term, float neutral, float* x, float* y, int length, float* partials)
        where TTerm : struct, ITernary where T : struct, ISimdLane<T>, ILane<T>
    {
        int whole = length / Partials * Partials;
        float* restX = stackalloc float[Partials], restY = stackalloc float[Partials];
        new Span<float>(restX, Partials).Fill(neutral);
        new Span<float>(restY, Partials).Fill(neutral);
        for (int i = whole; i < length; i++) { (restX[i - whole], restY[i - whole]) = (x[i], y[i]); }

        for (int group = 0; group < Partials; group += T.Count)
        {
            T sum = 0;
            for (int i = group; i < whole; i += Partials) { sum = term.Invoke(sum, T.Load(x + i), T.Load(y + i)); }
            T.Store(term.Invoke(sum, T.Load(restX + group), T.Load(restY + group)), partials + group);
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

    private readonly struct Magnitude : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T sum, T x, T y) where T : struct, ISimdLane<T>, ILane<T> => sum + T.Abs(x);
    }

    private readonly struct Zero : ITernary
    {
        // By how far a number is below the smallest that is none, so that NaN is none.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T sum, T x, T y) where T : struct, ISimdLane<T>, ILane<T>
            => sum + T.IfPositive(float.Epsilon - T.Abs(x), 1, 0);
    }

    private readonly struct SquaredDifference : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T sum, T x, T y) where T : struct, ISimdLane<T>, ILane<T> => T.Fma(x - y, x - y, sum);
    }

    private readonly struct Distance(float origin) : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T sum, T x, T y) where T : struct, ISimdLane<T>, ILane<T> => sum + (x - origin);
    }

    private readonly struct SquaredDistance(float origin) : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T sum, T x, T y) where T : struct, ISimdLane<T>, ILane<T> => T.Fma(x - origin, x - origin, sum);
    }
}
