using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// The heart of the product: a tile of the output, some rows of one strip, stays in registers while the whole depth
/// runs through it. One body serves every instruction set, strip and height.
/// </summary>
internal static unsafe class Tile<TStrip> where TStrip : struct, IStrip<TStrip>
{
    private const int Tallest = 12;

    /// <summary>The most rows of a tile: its sums, a strip of the second matrix and a number of the first fit into the registers.</summary>
    public static int MostRows => Math.Min(Tallest, (TStrip.Registers - TStrip.Lanes - 1) / TStrip.Lanes);

    /// <summary>c = a·b, or c += a·b, for tiles of <paramref name="rows"/> rows and one strip of columns.</summary>
    /// <param name="rows">1 to 12.</param>
    /// <param name="tiles">How many tiles, and how far apart.</param>
    /// <param name="depth">How many steps, and how the first matrix lies along them.</param>
    /// <param name="a">rows × depth, with any strides.</param>
    /// <param name="b">depth × one strip; columns lie side by side.</param>
    /// <param name="c">rows × one strip; columns lie side by side.</param>
    /// <param name="add">Whether the sums go on from c instead of starting at zero.</param>
    [MethodImpl(Compiled.Alone)]
    public static void Multiply(int rows, in Tiles tiles, in Depth depth, in Operand a, in Operand b, in Operand c, bool add)
    {
        switch (rows)
        {
            case 1: Multiply<Height.One>(tiles, depth, a, b, c, add); break;
            case 2: Multiply<Height.Two>(tiles, depth, a, b, c, add); break;
            case 3: Multiply<Height.Three>(tiles, depth, a, b, c, add); break;
            case 4: Multiply<Height.Four>(tiles, depth, a, b, c, add); break;
            case 5: Multiply<Height.Five>(tiles, depth, a, b, c, add); break;
            case 6: Multiply<Height.Six>(tiles, depth, a, b, c, add); break;
            case 7: Multiply<Height.Seven>(tiles, depth, a, b, c, add); break;
            case 8: Multiply<Height.Eight>(tiles, depth, a, b, c, add); break;
            case 9: Multiply<Height.Nine>(tiles, depth, a, b, c, add); break;
            case 10: Multiply<Height.Ten>(tiles, depth, a, b, c, add); break;
            case 11: Multiply<Height.Eleven>(tiles, depth, a, b, c, add); break;
            case 12: Multiply<Height.Twelve>(tiles, depth, a, b, c, add); break;
        }
    }

    /// <summary>The same for the first <paramref name="width"/> columns of a strip, where the output is no wider.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Multiply(int rows, int width, in Depth depth, in Operand a, in Operand b, in Operand c, bool add)
    {
        if (width == TStrip.Width) { Multiply(rows, Tiles.One, depth, a, b, c, add); }
        else { MultiplyRagged(rows, width, depth, a, b, c, add); }
    }

    /// <summary>A tile wider than the output: computed beside it, and as much copied as there is.</summary>
    private static void MultiplyRagged(int rows, int width, in Depth depth, in Operand a, in Operand b, in Operand c, bool add)
    {
        Operand tile = new(Scratch.OfThread.Tile, TStrip.Width, 1);
        if (add) { c.CopyTo(tile, rows, width); }
        Multiply(rows, Tiles.One, depth, a, b, tile, add);
        tile.CopyTo(c, rows, width);
    }

    // Sums are separate variables and rows are spelled out, because an array would not stay in registers.
    [MethodImpl(Compiled.Alone)]
    private static void Multiply<THeight>(in Tiles tiles, in Depth depth, in Operand a, in Operand b, in Operand c, bool add)
        where THeight : struct, IHeight
    {
        // One pointer for three rows: an address holds one register and one scaled register, so fewer are kept.
        nint one = a.RowStride, two = 2 * one, next = a.ColumnStride * sizeof(float), nextRow = b.RowStride, stride = c.RowStride;
        float* aStart = a.Start, bStart = b.Start, cStart = c.Start;
        nint count = tiles.Count;
        do
        {
            TStrip sum0 = default, sum1 = default, sum2 = default, sum3 = default, sum4 = default, sum5 = default;
            TStrip sum6 = default, sum7 = default, sum8 = default, sum9 = default, sum10 = default, sum11 = default;
            if (add)
            {
                float* from = cStart;
                if (THeight.Rows > 0) { sum0 = TStrip.Load(from); from += stride; }
                if (THeight.Rows > 1) { sum1 = TStrip.Load(from); from += stride; }
                if (THeight.Rows > 2) { sum2 = TStrip.Load(from); from += stride; }
                if (THeight.Rows > 3) { sum3 = TStrip.Load(from); from += stride; }
                if (THeight.Rows > 4) { sum4 = TStrip.Load(from); from += stride; }
                if (THeight.Rows > 5) { sum5 = TStrip.Load(from); from += stride; }
                if (THeight.Rows > 6) { sum6 = TStrip.Load(from); from += stride; }
                if (THeight.Rows > 7) { sum7 = TStrip.Load(from); from += stride; }
                if (THeight.Rows > 8) { sum8 = TStrip.Load(from); from += stride; }
                if (THeight.Rows > 9) { sum9 = TStrip.Load(from); from += stride; }
                if (THeight.Rows > 10) { sum10 = TStrip.Load(from); from += stride; }
                if (THeight.Rows > 11) { sum11 = TStrip.Load(from); }
            }

            float* a0 = aStart, a3 = a0 + 3 * one, a6 = a3 + 3 * one, a9 = a6 + 3 * one, row = bStart;
            nint stretches = depth.Stretches;
            do
            {
                float* end = row + depth.Length * nextRow;
                do
                {
                    TStrip strip = TStrip.Load(row);
                    if (THeight.Rows > 0) { sum0.AddProduct(a0[0], strip); }
                    if (THeight.Rows > 1) { sum1.AddProduct(a0[one], strip); }
                    if (THeight.Rows > 2) { sum2.AddProduct(a0[two], strip); }
                    if (THeight.Rows > 3) { sum3.AddProduct(a3[0], strip); }
                    if (THeight.Rows > 4) { sum4.AddProduct(a3[one], strip); }
                    if (THeight.Rows > 5) { sum5.AddProduct(a3[two], strip); }
                    if (THeight.Rows > 6) { sum6.AddProduct(a6[0], strip); }
                    if (THeight.Rows > 7) { sum7.AddProduct(a6[one], strip); }
                    if (THeight.Rows > 8) { sum8.AddProduct(a6[two], strip); }
                    if (THeight.Rows > 9) { sum9.AddProduct(a9[0], strip); }
                    if (THeight.Rows > 10) { sum10.AddProduct(a9[one], strip); }
                    if (THeight.Rows > 11) { sum11.AddProduct(a9[two], strip); }

                    if (THeight.Rows > 0) { a0 = (float*)((byte*)a0 + next); }
                    if (THeight.Rows > 3) { a3 = (float*)((byte*)a3 + next); }
                    if (THeight.Rows > 6) { a6 = (float*)((byte*)a6 + next); }
                    if (THeight.Rows > 9) { a9 = (float*)((byte*)a9 + next); }
                    row += nextRow;
                }
                while (row != end);

                if (THeight.Rows > 0) { a0 += depth.Jump; }
                if (THeight.Rows > 3) { a3 += depth.Jump; }
                if (THeight.Rows > 6) { a6 += depth.Jump; }
                if (THeight.Rows > 9) { a9 += depth.Jump; }
            }
            while (--stretches > 0);

            float* to = cStart;
            if (THeight.Rows > 0) { TStrip.Store(sum0, to); to += stride; }
            if (THeight.Rows > 1) { TStrip.Store(sum1, to); to += stride; }
            if (THeight.Rows > 2) { TStrip.Store(sum2, to); to += stride; }
            if (THeight.Rows > 3) { TStrip.Store(sum3, to); to += stride; }
            if (THeight.Rows > 4) { TStrip.Store(sum4, to); to += stride; }
            if (THeight.Rows > 5) { TStrip.Store(sum5, to); to += stride; }
            if (THeight.Rows > 6) { TStrip.Store(sum6, to); to += stride; }
            if (THeight.Rows > 7) { TStrip.Store(sum7, to); to += stride; }
            if (THeight.Rows > 8) { TStrip.Store(sum8, to); to += stride; }
            if (THeight.Rows > 9) { TStrip.Store(sum9, to); to += stride; }
            if (THeight.Rows > 10) { TStrip.Store(sum10, to); to += stride; }
            if (THeight.Rows > 11) { TStrip.Store(sum11, to); }

            aStart += tiles.A;
            bStart += tiles.B;
            cStart += tiles.C;
        }
        while (--count > 0);
    }
}
