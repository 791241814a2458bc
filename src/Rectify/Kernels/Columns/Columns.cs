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

    /// <summary>sums[c] = Σ over rows of (values[r, c] − centre[c])².</summary>
    public static void SumOfSquaredDifferences(
        Workers workers, ReadOnlySpan<float> values, ReadOnlySpan<float> centre, Span<float> sums)
        => Sum(workers, new SquaredDifference(), values, values, centre, sums);

    /// <summary>sums[c] = Σ over rows of the terms of x[r, c] and y[r, c] with the coefficients of column c.</summary>
    public static void Sum<TTerm>(
        Workers workers, TTerm term, ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> coefficients, Span<float> sums)
        where TTerm : struct, IColumnTerm
    {
        int columns = sums.Length, rows = x.Length / columns, blocks = Math.Max((rows + BlockRows - 1) / BlockRows, 1);
        if (blocks > 1 && (t_blockSums?.Length ?? 0) < blocks * columns) { t_blockSums = new float[blocks * columns]; }
        Span<float> blockSums = blocks == 1 ? sums : t_blockSums.AsSpan(0, blocks * columns);
        fixed (float* px = x, py = y, pc = coefficients, ps = blockSums)
        {
            workers.For(x.Length).Run(new SumJob<TTerm>(term, px, py, pc, ps, rows, columns), blocks);
        }
        if (blocks > 1) { AddInOrder(blockSums, sums); }
    }

    /// <summary>result[r, c] = f(x[r, c], y[r, c]) with the coefficients of column c; the result may be the memory of x or y.</summary>
    public static void Map<TMap>(
        TMap f, ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> coefficients, int columns, Span<float> result)
        where TMap : struct, IColumnMap
    {
        int rows = x.Length / columns, stretch = Math.Max(StretchLength / columns, 1);
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

    private static void AddInOrder(ReadOnlySpan<float> blockSums, Span<float> sums)
    {
        for (int column = 0; column < sums.Length; column++)
        {
            double total = 0;
            for (int i = column; i < blockSums.Length; i += sums.Length) { total += blockSums[i]; }
            sums[column] = (float)total;
        }
    }

    private readonly struct SumJob<TTerm>(TTerm term, float* x, float* y, float* coefficients, float* sums, int rows, int columns)
        : IParallelJob where TTerm : struct, IColumnTerm
    {
        public void Invoke(int block)
        {
            int from = block * BlockRows, to = Math.Min(from + BlockRows, rows);
            ColumnSweep.Run(new SumSweep<TTerm>(term, x, y, coefficients, sums + block * columns, from, to, columns), columns);
        }
    }

    private readonly struct SumSweep<TTerm>(
        TTerm term, float* x, float* y, float* coefficients, float* sums, int from, int to, int columns)
        : IColumnSweep where TTerm : struct, IColumnTerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            for (int column = first; column < end; column += T.Count)
            {
                Coefficients<T> of = new(coefficients + column, columns);
                T sum = 0;
                for (nint i = (nint)from * columns + column; i < (nint)to * columns; i += columns)
                {
                    sum = term.AddTo(sum, T.Load(x + i), T.Load(y + i), of);
                }
                T.Store(sum, sums + column);
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
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T AddTo<T>(T sum, T x, T y, Coefficients<T> of) where T : struct, ISimdLane<T>, ILane<T> => sum + x;
    }

    private readonly struct SquaredDifference : IColumnTerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T AddTo<T>(T sum, T x, T y, Coefficients<T> centre) where T : struct, ISimdLane<T>, ILane<T>
            => T.Fma(x - centre[0], x - centre[0], sum);
    }

    private readonly struct Approach(float share, float scale) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T running, T value) where T : struct, ISimdLane<T>, ILane<T>
            => T.Fma(T.Fma(value, scale, -running), share, running);
    }
}
