using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// Matrices whose columns differ: a column is one unit over all rows, or one channel over all positions of all samples. Each has
/// coefficients of its own, and its rows are added up.
/// </summary>
/// <remarks>
/// A sum runs down blocks of 256 rows, one addition after the other, and then over the blocks in order, in double precision: no
/// thread and no width changes a bit.
/// </remarks>
internal static unsafe class Columns
{
    private const int BlockRows = 256;

    // A stretch of rows is done for a few columns, then for the next: it stays in the nearest cache meanwhile.
    private const int StretchLength = 4 * 1024;

    [ThreadStatic] private static float[]? t_blockSums;

    /// <summary>sums[c] = Σ over rows of values[r, c].</summary>
    public static void Sum(Workers workers, ReadOnlySpan<float> values, Span<float> sums)
        => Sum(workers, new Plain(), values, values, [], sums);

    /// <summary>sums[c] = Σ over rows of the terms of x[r, c] and y[r, c] with the coefficients of column c.</summary>
    public static void Sum<TTerm>(
        Workers workers, TTerm term, ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> coefficients, Span<float> sums)
        where TTerm : struct, IColumnTerm
    {
        int columns = sums.Length, rows = CheckedRows<TTerm>(x, y, coefficients, columns);
        fixed (float* px = x, py = y, pc = coefficients)
        {
            Span<float> ofBlocks = SumBlocks(workers, new SumOf<TTerm>(term, px, py, pc, columns), rows, columns);
            AddInOrder(ofBlocks, 0, columns, sums);
        }
    }

    /// <summary>The same, and in the same pass plainSums[c] = Σ over rows of y[r, c].</summary>
    public static void Sum<TTerm>(
        Workers workers, TTerm term, ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> coefficients,
        Span<float> sums, Span<float> plainSums)
        where TTerm : struct, IColumnTerm
    {
        int columns = sums.Length, rows = CheckedRows<TTerm>(x, y, coefficients, columns);
        Lengths.Check(plainSums, columns);
        fixed (float* px = x, py = y, pc = coefficients)
        {
            Span<float> ofBlocks = SumBlocks(workers, new TwoSumsOf<TTerm>(term, px, py, pc, columns), rows, columns);
            AddInOrder(ofBlocks, 0, 2 * columns, sums);
            AddInOrder(ofBlocks, columns, 2 * columns, plainSums);
        }
    }

    /// <summary>means[c] = the mean of column c, and squares[c] = Σ over rows of (values[r, c] − mean)².</summary>
    /// <remarks>
    /// In one pass: the squares of a block are of the distance from its own mean, while it is in the cache, and are moved to the
    /// common mean in double precision (Chan, Golub, LeVeque 1983, equation 2.1b). So nothing cancels however far the mean is from 0.
    /// </remarks>
    public static void Moments(Workers workers, ReadOnlySpan<float> values, Span<float> means, Span<float> squares)
    {
        int columns = means.Length, rows = Lengths.Rows(values, columns);
        Lengths.Check(squares, columns);
        fixed (float* px = values)
        {
            Span<float> ofBlocks = SumBlocks(workers, new MomentsOf(px, columns), rows, columns);
            for (int column = 0; column < columns; column++)
            {
                double mean = Total(ofBlocks, column, 2 * columns) / rows, total = Total(ofBlocks, columns + column, 2 * columns);
                for (int from = 0, i = column; from < rows; from += BlockRows, i += 2 * columns)
                {
                    double count = Math.Min(BlockRows, rows - from), distance = ofBlocks[i] / count - mean;
                    total += count * distance * distance;
                }
                (means[column], squares[column]) = ((float)mean, (float)total);
            }
        }
    }

    /// <summary>result[r, c] = f(x[r, c], y[r, c]) with the coefficients of column c; the result may be the memory of x or y.</summary>
    public static void Map<TMap>(
        TMap f, ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> coefficients, int columns, Span<float> result)
        where TMap : struct, IColumnMap
    {
        int rows = Lengths.Rows(x, columns), stretch = Math.Max(StretchLength / columns, 1);
        Lengths.Check(y, x.Length);
        Lengths.Check(result, x.Length);
        Lengths.CheckAtLeast(coefficients, (long)TMap.CoefficientCount * columns);
        fixed (float* px = x, py = y, pc = coefficients, pr = result)
        {
            for (int from = 0; from < rows; from += stretch)
            {
                ColumnSweep.Run(new MapSweep<TMap>(f, px, py, pc, pr, from, Math.Min(from + stretch, rows), columns), columns);
            }
        }
    }

    /// <summary>running[c] += share · (scale·value[c] − running[c]).</summary>
    public static void MoveTowards(Span<float> running, ReadOnlySpan<float> value, float share, float scale)
        => Elementwise.Map(new Approach(share, scale), running, value, running);

    private static int CheckedRows<TTerm>(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> coefficients, int columns)
        where TTerm : struct, IColumnTerm
    {
        Lengths.Check(y, x.Length);
        Lengths.CheckAtLeast(coefficients, (long)TTerm.CoefficientCount * columns);
        return Lengths.Rows(x, columns);
    }

    // What a few sums of each column are over each block, row by row: for the first block, then for the second …
    private static Span<float> SumBlocks<TSums>(Workers workers, TSums sums, int rows, int columns) where TSums : struct, IColumnSums
    {
        int blocks = (rows + BlockRows - 1) / BlockRows, length = blocks * TSums.Count * columns;
        if ((t_blockSums?.Length ?? 0) < length) { t_blockSums = new float[length]; }
        fixed (float* ofBlocks = t_blockSums)
        {
            workers.For((long)rows * columns).Run(new SumJob<TSums>(sums, ofBlocks, rows, columns), blocks);
        }
        return t_blockSums.AsSpan(0, length);
    }

    private static void AddInOrder(ReadOnlySpan<float> ofBlocks, int first, int stride, Span<float> sums)
    {
        for (int column = 0; column < sums.Length; column++) { sums[column] = (float)Total(ofBlocks, first + column, stride); }
    }

    private static double Total(ReadOnlySpan<float> ofBlocks, int first, int stride)
    {
        double total = 0;
        for (int i = first; i < ofBlocks.Length; i += stride) { total += ofBlocks[i]; }
        return total;
    }

    private readonly struct SumJob<TSums>(TSums sums, float* ofBlocks, int rows, int columns) : IParallelJob
        where TSums : struct, IColumnSums
    {
        public void Invoke(int block)
        {
            int from = block * BlockRows, to = Math.Min(from + BlockRows, rows);
            ColumnSweep.Run(new SumSweep<TSums>(sums, ofBlocks + block * TSums.Count * columns, from, to, columns), columns);
        }
    }

    private readonly struct SumSweep<TSums>(TSums sums, float* results, int from, int to, int columns) : IColumnSweep
        where TSums : struct, IColumnSums
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            for (int column = first; column < end; column += T.Count)
            {
                sums.Of((nint)from * columns + column, (nint)to * columns, column, out T sum, out T second);
                T.Store(sum, results + column);
                if (TSums.Count > 1) { T.Store(second, results + columns + column); }
            }
        }
    }

    private readonly struct SumOf<TTerm>(TTerm term, float* x, float* y, float* coefficients, int columns) : IColumnSums
        where TTerm : struct, IColumnTerm
    {
        public static int Count => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<T>(nint first, nint end, int column, out T sum, out T none) where T : struct, ISimdLane<T>, ILane<T>
        {
            Coefficients<T> of = new(coefficients + column, columns);
            (sum, none) = (0, 0);
            for (nint i = first; i < end; i += columns) { sum = term.AddTo(sum, T.Load(x + i), T.Load(y + i), of); }
        }
    }

    private readonly struct TwoSumsOf<TTerm>(TTerm term, float* x, float* y, float* coefficients, int columns) : IColumnSums
        where TTerm : struct, IColumnTerm
    {
        public static int Count => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<T>(nint first, nint end, int column, out T sum, out T plain) where T : struct, ISimdLane<T>, ILane<T>
        {
            Coefficients<T> of = new(coefficients + column, columns);
            (sum, plain) = (0, 0);
            for (nint i = first; i < end; i += columns)
            {
                T value = T.Load(y + i);
                sum = term.AddTo(sum, T.Load(x + i), value, of);
                plain += value;
            }
        }
    }

    private readonly struct MomentsOf(float* x, int columns) : IColumnSums
    {
        public static int Count => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<T>(nint first, nint end, int column, out T sum, out T squares) where T : struct, ISimdLane<T>, ILane<T>
        {
            (sum, squares) = (0, 0);
            for (nint i = first; i < end; i += columns) { sum += T.Load(x + i); }
            T mean = sum / ((end - first + columns - 1) / columns);
            for (nint i = first; i < end; i += columns)
            {
                T distance = T.Load(x + i) - mean;
                squares = T.Fma(distance, distance, squares);
            }
        }
    }

    private readonly struct MapSweep<TMap>(
        TMap f, float* x, float* y, float* coefficients, float* result, int from, int to, int columns)
        : IColumnSweep where TMap : struct, IColumnMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            for (int column = first; column < end; column += T.Count)
            {
                Coefficients<T> of = new(coefficients + column, columns);
                for (nint i = (nint)from * columns + column; i < (nint)to * columns; i += columns)
                {
                    T.Store(f.Invoke(T.Load(x + i), T.Load(y + i), of), result + i);
                }
            }
        }
    }

    private readonly struct Plain : IColumnTerm
    {
        public static int CoefficientCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T AddTo<T>(T sum, T x, T y, Coefficients<T> of) where T : struct, ISimdLane<T>, ILane<T> => sum + x;
    }

    private readonly struct Approach(float share, float scale) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T running, T value) where T : struct, ISimdLane<T>, ILane<T>
            => T.Fma(T.Fma(value, scale, -running), share, running);
    }
}
