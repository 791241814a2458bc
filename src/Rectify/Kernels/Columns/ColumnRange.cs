using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Some neighbouring columns of a matrix: the half of what a layer splits, one of what it joins.</summary>
internal readonly unsafe ref struct ColumnRange(Span<float> values, int columns, int first, int count)
{
    // As in Columns: a stretch of rows stays in the nearest cache while its columns are done a few at a time.
    private const int StretchLength = 4 * 1024;

    private readonly Span<float> _values = Checked(values, columns, first, count);

    /// <summary>All columns of a matrix.</summary>
    public ColumnRange(Span<float> values, int columns) : this(values, columns, 0, columns) { }

    private int Rows => _values.Length / columns;
    private int Count => count;

    /// <summary>Column <paramref name="from"/> of these and as many as <paramref name="length"/> in all.</summary>
    public ColumnRange Part(int from, int length) => new(_values, columns, first + from, length);

    /// <summary>Copies these columns to as many of another matrix of as many rows.</summary>
    public void CopyTo(ColumnRange target)
    {
        CheckAlike(target);
        for (int row = 0; row < Rows; row++) { Row(row).CopyTo(target.Row(row)); }
    }

    /// <summary>Sets these columns to 0.</summary>
    public void Clear()
    {
        for (int row = 0; row < Rows; row++) { Row(row).Clear(); }
    }

    /// <summary>Overwrites these columns with f(x, y), place by place; either may be these columns themselves.</summary>
    public void Set<TBinary>(TBinary f, ColumnRange x, ColumnRange y) where TBinary : struct, IBinary
        => Set(new OfTwo<TBinary>(f), x, y, y);

    /// <summary>Overwrites these columns with f(x, y, z), place by place; each of the three may be these columns themselves.</summary>
    public void Set<TTernary>(TTernary f, ColumnRange x, ColumnRange y, ColumnRange z) where TTernary : struct, ITernary
        => Set(f, x, y, z, Elementwise.Width);

    internal void Set<TTernary>(TTernary f, ColumnRange x, ColumnRange y, ColumnRange z, int width) where TTernary : struct, ITernary
    {
        CheckAlike(x);
        CheckAlike(y);
        CheckAlike(z);
        int stretch = Math.Max(StretchLength / columns, 1);
        fixed (float* px = x._values, py = y._values, pz = z._values, pr = _values)
        {
            for (int from = 0; from < Rows; from += stretch)
            {
                int to = Math.Min(from + stretch, Rows);
                ColumnSweep.Run(new Sweep<TTernary>(f, x.At(px), y.At(py), z.At(pz), At(pr), from, to), count, width);
            }
        }
    }

    private static Span<float> Checked(Span<float> values, int columns, int first, int count)
    {
        Lengths.Rows(values, columns);
        if (first >= 0 && count >= 0 && first <= columns - count) { return values; }
        throw new ArgumentException($"{count} columns from column {first} on are not among {columns}.");
    }

    private void CheckAlike(ColumnRange other)
    {
        if (other.Rows == Rows && other.Count == count) { return; }
        throw new ArgumentException($"{other.Rows} rows of {other.Count} columns do not lie beside {Rows} rows of {count}.");
    }

    private Span<float> Row(int row) => _values.Slice(row * columns + first, count);

    private Strided At(float* start) => new(start + first, columns);

    private readonly struct OfTwo<TBinary>(TBinary f) : ITernary where TBinary : struct, IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T y, T _) where T : struct, ISimdLane<T>, ILane<T> => f.Invoke(x, y);
    }

    private readonly struct Strided(float* first, int stride)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public float* At(int row, int column) => first + (nint)row * stride + column;
    }

    private readonly struct Sweep<TTernary>(TTernary f, Strided x, Strided y, Strided z, Strided result, int from, int to) : IColumnSweep
        where TTernary : struct, ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            for (int row = from; row < to; row++)
            {
                for (int column = first; column < end; column += T.Count)
                {
                    T value = f.Invoke(T.Load(x.At(row, column)), T.Load(y.At(row, column)), T.Load(z.At(row, column)));
                    T.Store(value, result.At(row, column));
                }
            }
        }
    }
}
