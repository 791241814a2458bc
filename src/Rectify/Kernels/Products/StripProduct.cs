using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// Strips of a product as tiles of nearly equal height: nine rows are five and four, because one row alone has too few sums in flight.
/// </summary>
internal static unsafe class StripProduct<TStrip> where TStrip : struct, IStrip<TStrip>
{
    /// <summary>Strips as they lie: for some rows one after the other, then for the next.</summary>
    [MethodImpl(Compiled.Alone)]
    public static void MultiplyAlong(Operand a, Operand b, Operand c, int rows, int strips, int depth, bool add)
    {
        Depth steps = new(depth);
        Tiles along = new(strips, 0, TStrip.Width, TStrip.Width);
        int tiles = Count(rows);
        for (int tile = 0; tile < tiles; tile++)
        {
            int row = rows * tile / tiles, height = rows * (tile + 1) / tiles - row;
            Tile<TStrip>.Multiply(height, along, steps, a.From(row, 0), b, c.From(row, 0), add);
        }
    }

    /// <summary>One strip for all rows.</summary>
    [MethodImpl(Compiled.Alone)]
    public static void MultiplyDown(Operand a, Operand b, Operand c, int rows, int depth, bool add)
    {
        Depth steps = new(depth);
        int tiles = Count(rows);
        (int height, int taller) = Math.DivRem(rows, tiles);
        int first = taller * (height + 1);
        if (taller > 0)
        {
            Tiles down = new(taller, (height + 1) * a.RowStride, 0, (height + 1) * c.RowStride);
            Tile<TStrip>.Multiply(height + 1, down, steps, a, b, c, add);
        }
        Tiles rest = new(tiles - taller, height * a.RowStride, 0, height * c.RowStride);
        Tile<TStrip>.Multiply(height, rest, steps, a.From(first, 0), b, c.From(first, 0), add);
    }

    /// <summary>One strip for rows that were copied.</summary>
    [MethodImpl(Compiled.Alone)]
    public static void MultiplyDown(in RowTiles a, Operand b, Operand c, int rows, int depth, bool add)
    {
        Depth steps = new(depth);
        int tiles = Count(rows);
        (int height, int taller) = Math.DivRem(rows, tiles);
        if (taller > 0)
        {
            Tiles down = new(taller, a.Tile, 0, (height + 1) * c.RowStride);
            Tile<TStrip>.Multiply(height + 1, down, steps, a[0], b, c, add);
        }
        Tiles rest = new(tiles - taller, a.Tile, 0, height * c.RowStride);
        Tile<TStrip>.Multiply(height, rest, steps, a[taller], b, c.From(taller * (height + 1), 0), add);
    }

    /// <summary>Copies rows as the tiles of <see cref="MultiplyDown(in RowTiles, Operand, Operand, int, int, bool)"/> read them.</summary>
    [MethodImpl(Compiled.Alone)]
    public static RowTiles Pack(Operand a, int rows, int depth, float* room)
    {
        RowTiles packed = new(room, RowTiles.StepFor(Tile<TStrip>.MostRows), depth);
        int tiles = Count(rows);
        (int height, int taller) = Math.DivRem(rows, tiles);
        for (int tile = 0, row = 0; tile < tiles; tile++)
        {
            int own = tile < taller ? height + 1 : height;
            packed.Pack(tile, a.From(row, 0), own);
            row += own;
        }
        return packed;
    }

    /// <summary>The first <paramref name="width"/> columns of a strip, for all rows.</summary>
    [MethodImpl(Compiled.Alone)]
    public static void MultiplyRagged(Operand a, Operand b, Operand c, int rows, int width, int depth, bool add)
    {
        Depth steps = new(depth);
        int tiles = Count(rows);
        for (int tile = 0; tile < tiles; tile++)
        {
            int row = rows * tile / tiles, height = rows * (tile + 1) / tiles - row;
            Tile<TStrip>.Multiply(height, width, steps, a.From(row, 0), b, c.From(row, 0), add);
        }
    }

    private static int Count(int rows) => (rows + Tile<TStrip>.MostRows - 1) / Tile<TStrip>.MostRows;
}
