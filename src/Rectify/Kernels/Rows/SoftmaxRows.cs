using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// Softmax of rows, as many at once as a lane holds: place r of a lane is row r. So short rows fill it, too, and a row's sums run
/// from its first number to its last, whatever the width.
/// </summary>
internal static unsafe class SoftmaxRows
{
    /// <summary>output = exp(input − max)/Σ exp(input − max), row by row.</summary>
    public static void Forward(ReadOnlySpan<float> input, Span<float> output, int width)
    {
        Lengths.Rows(input, width);
        Lengths.Check(output, input.Length);
        SoftmaxBlock block = default;
        ((Span<float>)block.Scale).Fill(1);
        for (int start = 0, length = width * SoftmaxBlock.Rows; start < input.Length; start += length)
        {
            length = Math.Min(length, input.Length - start);
            Forward(ref block, input.Slice(start, length), output.Slice(start, length), width);
        }
    }

    /// <summary>
    /// output = scale·softmax(input) + offset for the rows of one block, and what else there is to know of them, in one pass.
    /// </summary>
    public static void Forward(ref SoftmaxBlock block, ReadOnlySpan<float> input, Span<float> output, int width)
        => Forward(ref block, input, output, width, Elementwise.Width);

    /// <summary>inputGradient = y·(outputGradient − Σ y·outputGradient), row by row.</summary>
    public static void Backward(ReadOnlySpan<float> output, ReadOnlySpan<float> outputGradient, Span<float> inputGradient, int width)
        => Backward(output, outputGradient, inputGradient, width, Elementwise.Width);

    internal static void Backward(
        ReadOnlySpan<float> output, ReadOnlySpan<float> outputGradient, Span<float> inputGradient, int width, int laneWidth)
    {
        int rows = Lengths.Rows(output, width);
        Lengths.Check(outputGradient, output.Length);
        Lengths.Check(inputGradient, output.Length);
        fixed (float* y = output, dy = outputGradient, dx = inputGradient)
        {
            ColumnSweep.Run(new BackwardSweep(y, dy, dx, width), rows, laneWidth);
        }
    }

    internal static void Forward(ref SoftmaxBlock block, ReadOnlySpan<float> input, Span<float> output, int width, int laneWidth)
    {
        int rows = Lengths.Rows(input, width);
        Lengths.Check(output, input.Length);
        if (rows > SoftmaxBlock.Rows)
        {
            throw new ArgumentException($"A block has room for {SoftmaxBlock.Rows} rows, but is given {rows}.");
        }
        fixed (SoftmaxBlock* ofRows = &block)
        {
            fixed (float* x = input, y = output) { ColumnSweep.Run(new Sweep(x, y, width, ofRows), rows, laneWidth); }
        }
    }

    private readonly struct Sweep(float* x, float* y, int width, SoftmaxBlock* block) : IColumnSweep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            float* turned = Scratch.OfThread.Window(width * T.Count);
            for (int row = first; row < end; row += T.Count)
            {
                RowsToColumns.Copy(x + (nint)row * width, T.Count, width, width, turned, T.Count);
                T largest = LargestOf<T>(turned), others = Exponentials(turned, largest, out T depth), total = 1 + others;
                T.Store(largest, At(ref block->Largest, row));
                T.Store(T.Log1P(others), At(ref block->LogTotal, row));
                T.Store(depth, At(ref block->Depth, row));
                ToShares(turned, T.Load(At(ref block->Scale, row)) / total, T.Load(At(ref block->Offset, row)));
                RowsToColumns.Copy(turned, width, T.Count, T.Count, y + (nint)row * width, width);
            }
        }

        private T LargestOf<T>(float* turned) where T : struct, ISimdLane<T>, ILane<T>
        {
            T largest = T.Load(turned);
            for (int i = 1; i < width; i++) { largest = T.Max(largest, T.Load(turned + i * T.Count)); }
            return largest;
        }

        // Overwrites each number with exp(x − largest), so that none overflows, and gives the sum without one 1 of the largest:
        // that small rest is all that a confident row's loss is made of.
        private T Exponentials<T>(float* turned, T largest, out T depth) where T : struct, ISimdLane<T>, ILane<T>
        {
            T others = 0, ties = -1f;
            depth = 0;
            for (int i = 0; i < width; i++)
            {
                float* place = turned + i * T.Count;
                T below = largest - T.Load(place), exponential = T.Exp(-below);
                others += T.IfPositive(below, exponential, 0);
                ties += T.IfPositive(below, 0, 1);
                depth += below;
                T.Store(exponential, place);
            }
            return others + ties;
        }

        private void ToShares<T>(float* turned, T factor, T offset) where T : struct, ISimdLane<T>, ILane<T>
        {
            for (int i = 0; i < width; i++)
            {
                float* place = turned + i * T.Count;
                T.Store(T.Fma(T.Load(place), factor, offset), place);
            }
        }

        private static float* At(ref RowNumbers numbers, int row) => (float*)Unsafe.AsPointer(ref numbers) + row;
    }

    private readonly struct BackwardSweep(float* y, float* dy, float* dx, int width) : IColumnSweep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            float* shares = Scratch.OfThread.Window(2 * width * T.Count), gradients = shares + width * T.Count;
            for (int row = first; row < end; row += T.Count)
            {
                RowsToColumns.Copy(y + (nint)row * width, T.Count, width, width, shares, T.Count);
                RowsToColumns.Copy(dy + (nint)row * width, T.Count, width, width, gradients, T.Count);
                T mean = RowSum.Of<Product<T>, T>(new(shares, gradients), width);
                for (int i = 0; i < width * T.Count; i += T.Count)
                {
                    T.Store(T.Load(shares + i) * (T.Load(gradients + i) - mean), gradients + i);
                }
                RowsToColumns.Copy(gradients, width, T.Count, T.Count, dx + (nint)row * width, width);
            }
        }
    }

    private readonly struct Product<T>(float* x, float* y) : IRowTerm<T> where T : struct, ISimdLane<T>, ILane<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T AddTo(T sums, int column) => T.Fma(T.Load(x + column * T.Count), T.Load(y + column * T.Count), sums);
    }
}
