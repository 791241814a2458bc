using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// Each row less its mean and divided by its deviation. A few rows are first turned and summed, a place of a lane for each, so that
/// short rows fill it, too, and the order of a sum does not depend on its width; then they are mapped as they lie.
/// </summary>
internal static unsafe class RowNormalization
{
    /// <summary>Overwrites normalized = (x − mean)/deviation and y = scale·normalized + shift, and 1/deviation of each row.</summary>
    public static void Forward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> scale, ReadOnlySpan<float> shift, float epsilon,
        Span<float> inverseDeviations, Span<float> normalized, Span<float> y)
        => Forward(x, scale, shift, epsilon, inverseDeviations, normalized, y, Elementwise.Width);

    /// <summary>Overwrites dx = (g − mean(g) − normalized·mean(g·normalized))/deviation, where g = dy·scale.</summary>
    public static void Backward(
        ReadOnlySpan<float> normalized, ReadOnlySpan<float> inverseDeviations, ReadOnlySpan<float> scale,
        ReadOnlySpan<float> dy, Span<float> dx)
        => Backward(normalized, inverseDeviations, scale, dy, dx, Elementwise.Width);

    internal static void Forward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> scale, ReadOnlySpan<float> shift, float epsilon,
        Span<float> inverseDeviations, Span<float> normalized, Span<float> y, int laneWidth)
    {
        int width = scale.Length, rows = inverseDeviations.Length;
        Lengths.Check(shift, width);
        Lengths.Check(x, (long)rows * width);
        Lengths.Check(normalized, x.Length);
        Lengths.Check(y, x.Length);
        float* mean = stackalloc float[RowNumbers.Count];
        fixed (float* px = x, ps = scale, ph = shift, pd = inverseDeviations, pn = normalized, py = y)
        {
            for (int first = 0; first < rows; first += RowNumbers.Count)
            {
                int count = Math.Min(RowNumbers.Count, rows - first), start = first * width;
                Normalized map = new(px + start, count, width, mean, pd + first, ps, ph, pn + start, py + start);
                ColumnSweep.Run(new Moments(px + start, width, epsilon, mean, pd + first), count, laneWidth);
                ColumnSweep.Run(map, width, laneWidth);
            }
        }
    }

    internal static void Backward(
        ReadOnlySpan<float> normalized, ReadOnlySpan<float> inverseDeviations, ReadOnlySpan<float> scale,
        ReadOnlySpan<float> dy, Span<float> dx, int laneWidth)
    {
        int width = scale.Length, rows = inverseDeviations.Length;
        Lengths.Check(normalized, (long)rows * width);
        Lengths.Check(dy, normalized.Length);
        Lengths.Check(dx, normalized.Length);
        float* mean = stackalloc float[RowNumbers.Count], meanProduct = stackalloc float[RowNumbers.Count];
        fixed (float* pn = normalized, pd = inverseDeviations, ps = scale, pg = dy, px = dx)
        {
            for (int first = 0; first < rows; first += RowNumbers.Count)
            {
                int count = Math.Min(RowNumbers.Count, rows - first), start = first * width;
                Gradients map = new(pn + start, pg + start, ps, count, width, mean, meanProduct, pd + first, px + start);
                ColumnSweep.Run(new GradientMeans(pn + start, pg + start, ps, width, mean, meanProduct), count, laneWidth);
                ColumnSweep.Run(map, width, laneWidth);
            }
        }
    }

    private readonly struct Moments(float* x, int width, float epsilon, float* means, float* inverseDeviations) : IColumnSweep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            float* turned = Scratch.OfThread.Window(width * T.Count);
            for (int row = first; row < end; row += T.Count)
            {
                RowsToColumns.Copy(x + (nint)row * width, T.Count, width, width, turned, T.Count);
                T mean = RowSum.Of<Plain<T>, T>(new(turned), width) / width;
                T variance = RowSum.Of<Square<T>, T>(new(turned, mean), width) / width;
                T.Store(mean, means + row);
                T.Store(1 / T.Sqrt(variance + epsilon), inverseDeviations + row);
            }
        }
    }

    private readonly struct Normalized(
        float* x, int rows, int width, float* means, float* inverseDeviations, float* scale, float* shift, float* normalized, float* y)
        : IColumnSweep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            for (int row = 0, start = 0; row < rows; row++, start += width)
            {
                T mean = means[row], inverseDeviation = inverseDeviations[row];
                for (int column = first; column < end; column += T.Count)
                {
                    T value = (T.Load(x + start + column) - mean) * inverseDeviation;
                    T.Store(value, normalized + start + column);
                    T.Store(T.Fma(value, T.Load(scale + column), T.Load(shift + column)), y + start + column);
                }
            }
        }
    }

    private readonly struct GradientMeans(float* normalized, float* dy, float* scale, int width, float* means, float* meanProducts)
        : IColumnSweep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            float* turned = Scratch.OfThread.Window(2 * width * T.Count), turnedGradients = turned + width * T.Count;
            for (int row = first; row < end; row += T.Count)
            {
                RowsToColumns.Copy(normalized + (nint)row * width, T.Count, width, width, turned, T.Count);
                RowsToColumns.Copy(dy + (nint)row * width, T.Count, width, width, turnedGradients, T.Count);
                T.Store(RowSum.Of<Scaled<T>, T>(new(turnedGradients, scale), width) / width, means + row);
                T.Store(RowSum.Of<ScaledProduct<T>, T>(new(turnedGradients, scale, turned), width) / width, meanProducts + row);
            }
        }
    }

    private readonly struct Gradients(
        float* normalized, float* dy, float* scale, int rows, int width, float* means, float* meanProducts, float* inverseDeviations,
        float* dx)
        : IColumnSweep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            for (int row = 0, start = 0; row < rows; row++, start += width)
            {
                T mean = means[row], meanProduct = meanProducts[row], inverseDeviation = inverseDeviations[row];
                for (int column = first; column < end; column += T.Count)
                {
                    T centred = T.Fma(T.Load(dy + start + column), T.Load(scale + column), -mean);
                    T gradient = T.Fma(-meanProduct, T.Load(normalized + start + column), centred);
                    T.Store(gradient * inverseDeviation, dx + start + column);
                }
            }
        }
    }

    private readonly struct Plain<T>(float* x) : IRowTerm<T> where T : struct, ISimdLane<T>, ILane<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T AddTo(T sums, int column) => sums + T.Load(x + column * T.Count);
    }

    private readonly struct Square<T>(float* x, T mean) : IRowTerm<T> where T : struct, ISimdLane<T>, ILane<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T AddTo(T sums, int column)
        {
            T distance = T.Load(x + column * T.Count) - mean;
            return T.Fma(distance, distance, sums);
        }
    }

    private readonly struct Scaled<T>(float* dy, float* scale) : IRowTerm<T> where T : struct, ISimdLane<T>, ILane<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T AddTo(T sums, int column) => T.Fma(T.Load(dy + column * T.Count), scale[column], sums);
    }

    private readonly struct ScaledProduct<T>(float* dy, float* scale, float* normalized) : IRowTerm<T>
        where T : struct, ISimdLane<T>, ILane<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T AddTo(T sums, int column)
            => T.Fma(T.Load(dy + column * T.Count) * scale[column], T.Load(normalized + column * T.Count), sums);
    }
}
