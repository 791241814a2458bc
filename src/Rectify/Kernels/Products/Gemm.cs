using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Rectify.Kernels;

/// <summary>The matrix product.</summary>
/// <remarks>
/// The shape of Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008): tiles in registers,
/// panels in the first two caches. Blocks replace their outer loops, so that one cut serves threads, caches and the epilogue.
/// </remarks>
internal static unsafe class Gemm
{
    /// <summary>c = a·b, or c += a·b; then the epilogue. Each element is one chain of fused multiply-adds over ascending k.</summary>
    /// <param name="workers">The threads that share a large product; the bits do not depend on how many there are.</param>
    /// <param name="a">rows × depth.</param>
    /// <param name="b">depth × columns.</param>
    /// <param name="c">rows × columns, row by row; must not overlap a or b. Overwritten, or added to.</param>
    /// <param name="add">Whether each chain starts from c instead of from zero.</param>
    /// <param name="epilogue">Sees each block as soon as it is finished.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or c is too short or lies in the memory of a or b.</exception>
    public static void Multiply(Workers workers, Matrix a, Matrix b, Span<float> c, bool add = false, Epilogue? epilogue = null)
    {
        if (Vector512.IsHardwareAccelerated) { Multiply<Lane16>(workers, a, b, c, add, epilogue); }
        else if (Vector256.IsHardwareAccelerated && Fma.IsSupported) { Multiply<Lane8>(workers, a, b, c, add, epilogue); }
        else if (Vector128.IsHardwareAccelerated) { Multiply<Lane4>(workers, a, b, c, add, epilogue); }
        else { Multiply<Lane1>(workers, a, b, c, add, epilogue); }
    }

    /// <summary>The product with registers of a chosen width: tests compare their bits.</summary>
    [MethodImpl(Compiled.Alone)]
    internal static void Multiply<TLane>(Workers workers, Matrix a, Matrix b, Span<float> c, bool add, Epilogue? epilogue)
        where TLane : struct, ISimdLane<TLane>, ILane<TLane>
    {
        Check(a, b, c);
        fixed (float* aStart = a.Values, bStart = b.Values, cStart = c)
        {
            Operand first = Operand.Of(a, aStart), second = Operand.Of(b, bStart);
            if (!add && epilogue is null && IsBetterTurned<TLane>(a, b))
            {
                // cᵀ = bᵀ·aᵀ: the same products in the same order, along the rows of what would be read down its columns.
                float* turned = Scratch.OfThread.Window(a.Rows * b.Columns);
                Multiply<TLane>(workers, second.Transposed, first.Transposed, turned, b.Columns, a.Rows, a.Columns, false, null);
                RowsToColumns.Copy(turned, b.Columns, a.Rows, a.Rows, cStart, b.Columns);
                return;
            }
            Multiply<TLane>(workers, first, second, cStart, a.Rows, b.Columns, a.Columns, add, epilogue);
        }
    }

    // Few columns leave lanes empty, and a transposed first matrix is read down its columns; turned, neither is so.
    private static bool IsBetterTurned<TLane>(Matrix a, Matrix b) where TLane : struct, ISimdLane<TLane>, ILane<TLane>
        => a.IsTransposed && !b.IsTransposed && b.Columns is > 1 && b.Columns < Strip2<TLane>.Width && a.Rows >= Strip2<TLane>.Width;

    [MethodImpl(Compiled.Alone)]
    private static void Multiply<TLane>(
        Workers workers, Operand a, Operand b, float* c, int rows, int columns, int depth, bool add, Epilogue? epilogue)
        where TLane : struct, ISimdLane<TLane>, ILane<TLane>
    {
        if (RowTiles.AreBetter(a, rows, columns, depth))
        {
            CopiedProduct<TLane>.Multiply(workers, a, b, new Operand(c, columns, 1), rows, columns, depth, add, epilogue);
            return;
        }
        Blocks blocks = new(rows, columns, depth, workers.Threads, Tile<Strip2<TLane>>.MostRows, Strip2<TLane>.Width);
        BlockProduct<TLane> product = new()
        {
            A = a,
            B = b,
            C = new Operand(c, columns, 1),
            Blocks = blocks,
            Rows = rows,
            Columns = columns,
            Depth = depth,
            Add = add,
            Epilogue = epilogue,
        };

        // Blocks of a small product would be written by one thread now and by another next time, and wander between their caches.
        bool isShared = Blocks.Wanted(2L * rows * columns * depth, workers.Threads) > 1;
        (isShared ? workers : Workers.Single).Run(product, blocks.Count);
    }

    private static void Check(Matrix a, Matrix b, ReadOnlySpan<float> c)
    {
        if (a.Columns != b.Rows)
        {
            throw new ArgumentException($"{a.Rows}x{a.Columns} times {b.Rows}x{b.Columns} is not a product: "
                + $"the first matrix has {a.Columns} columns, the second {b.Rows} rows, and they must be as many.");
        }
        if (c.Length < (long)a.Rows * b.Columns)
        {
            throw new ArgumentException($"{a.Rows}x{a.Columns} times {b.Rows}x{b.Columns} is {a.Rows}x{b.Columns}, "
                + $"but there is room for {c.Length} numbers only.");
        }
        if (c.Overlaps(a.Values) || c.Overlaps(b.Values))
        {
            throw new ArgumentException("A product cannot be written over the matrices that are multiplied: give it memory of its own.");
        }
    }
}
