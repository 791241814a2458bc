using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// Windows times weights without a copy of the windows: neighbouring windows are rows of a tile, and the rows of a window are
/// stretches of its depth.
/// </summary>
/// <param name="weights">Packed by <see cref="PackedWeights{TLane}"/>.</param>
/// <param name="groups">Groups of channels.</param>
/// <param name="depth">Channels of a group that go in.</param>
/// <param name="width">Channels of a group that come out.</param>
internal readonly unsafe struct SlidingProduct<TLane>(float* weights, int groups, int depth, int width) : ISlidingKernel
    where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    [MethodImpl(Compiled.Alone)]
    public void Multiply(in Windows windows, ImageBlock block, WindowRows rows)
    {
        for (int group = 0; group < groups; group++)
        {
            int column = 0;
            for (; column + TLane.Count < width; column += Strip2<TLane>.Width)
            {
                MultiplyStrip<Strip2<TLane>>(windows, block, rows, group, column);
            }
            if (column < width) { MultiplyStrip<Strip1<TLane>>(windows, block, rows, group, column); }
        }
    }

    [MethodImpl(Compiled.Alone)]
    private void MultiplyStrip<TStrip>(in Windows windows, ImageBlock block, WindowRows rows, int group, int column)
        where TStrip : struct, IStrip<TStrip>
    {
        (Axis down, Axis across) = (windows.Down, windows.Across);
        int columns = Math.Min(TStrip.Width, width - column);
        float* panel = PackedWeights<TLane>.Strip(weights, down.Size * across.Size * depth, group, width, column);
        for (int image = 0; image < block.Images; image++)
        {
            for (int row = block.Top; row < block.Bottom; row++)
            {
                (int firstTap, int endTap) = down.TapsOf(row);
                float* from = rows.At(down.Begin(row) + firstTap * down.Dilation, across.Begin(0)) + image * rows.Image + group * depth;
                float* to = windows.Output + (block.First + image) * windows.OutputImage + row * windows.OutputRow + group * width + column;
                Operand a = new(from, across.Stride * windows.Channels, 1), c = new(to, windows.OutputColumn, 1);
                Operand b = new(panel + (nint)firstTap * across.Size * depth * TStrip.Width, TStrip.Width, 1);
                MultiplyRow<TStrip>(windows, rows.Row, columns, endTap - firstTap, a, b, c);
            }
        }
    }

    // Tiles of nearly equal height over the windows of one row.
    [MethodImpl(Compiled.Alone)]
    private void MultiplyRow<TStrip>(in Windows windows, nint nextRow, int columns, int taps, Operand a, Operand b, Operand c)
        where TStrip : struct, IStrip<TStrip>
    {
        Axis across = windows.Across;
        nint nextTapRow = windows.Down.Dilation * nextRow;
        if (taps == 0 || across.Size == 0)
        {
            c.Clear(across.Count, columns);
            return;
        }

        // Side by side, the taps of a row are one stretch; else each is one, and the rows are added one by one.
        bool runsOn = across.IsSideBySide && groups == 1;
        int length = across.Size * depth, sums = runsOn ? 1 : taps;
        Depth steps = runsOn ? new(length, taps, nextTapRow - length) : new(depth, across.Size, across.Dilation * windows.Channels - depth);
        int tiles = (across.Count + Tile<TStrip>.MostRows - 1) / Tile<TStrip>.MostRows;
        for (int tile = 0; tile < tiles; tile++)
        {
            int first = across.Count * tile / tiles, count = across.Count * (tile + 1) / tiles - first;
            for (int sum = 0; sum < sums; sum++)
            {
                Operand tapRow = new(a.Start + first * a.RowStride + sum * nextTapRow, a.RowStride, 1);
                Tile<TStrip>.Multiply(count, columns, steps, tapRow, b.From(sum * length, 0), c.From(first, 0), add: sum > 0);
            }
        }
    }
}
