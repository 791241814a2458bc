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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(in Windows windows, WindowRows rows, float* output, int top, int bottom)
    {
        for (int group = 0; group < groups; group++)
        {
            int column = 0;
            for (; column + TLane.Count < width; column += Strip2<TLane>.Width)
            {
                MultiplyStrip<Strip2<TLane>>(windows, rows, output, top, bottom, group, column);
            }
            if (column < width) { MultiplyStrip<Strip1<TLane>>(windows, rows, output, top, bottom, group, column); }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyStrip<TStrip>(in Windows windows, WindowRows rows, float* output, int top, int bottom, int group, int column)
        where TStrip : struct, IStrip<TStrip>
    {
        (Axis down, Axis across) = (windows.Down, windows.Across);
        int columns = Math.Min(TStrip.Width, width - column);
        float* panel = PackedWeights<TLane>.Strip(weights, down.Size * across.Size * depth, group, width, column);
        int tiles = (across.Count + Tile<TStrip>.MostRows - 1) / Tile<TStrip>.MostRows;
        for (int row = top; row < bottom; row++)
        {
            (int firstTap, int endTap) = down.TapsOf(row);
            Operand b = new(panel + (nint)firstTap * across.Size * depth * TStrip.Width, TStrip.Width, 1);
            for (int tile = 0; tile < tiles; tile++)
            {
                int first = across.Count * tile / tiles, count = across.Count * (tile + 1) / tiles - first;
                float* window = rows.At(down.Begin(row) + firstTap * down.Dilation, across.Begin(first)) + group * depth;
                float* to = output + row * windows.OutputRow + first * windows.OutputColumn + group * width + column;
                Operand a = new(window, across.Stride * windows.Channels, 1), c = new(to, windows.OutputColumn, 1);
                MultiplyTile<TStrip>(windows, rows.Pitch, count, columns, endTap - firstTap, a, b, c);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyTile<TStrip>(
        in Windows windows, nint pitch, int count, int columns, int taps, Operand a, Operand b, Operand c)
        where TStrip : struct, IStrip<TStrip>
    {
        Axis across = windows.Across;
        nint nextRow = windows.Down.Dilation * pitch;
        if (taps == 0 || across.Size == 0) { c.Clear(count, columns); }
        else if (across.Size == 1 || (across.Dilation == 1 && groups == 1))
        {
            // All that a row of a window reads lies side by side.
            int length = across.Size * depth;
            Tile<TStrip>.Multiply(count, columns, new Depth(length, taps, nextRow - length), a, b, c, add: false);
        }
        else
        {
            Depth steps = new(depth, across.Size, across.Dilation * windows.Channels - depth);
            for (int tap = 0; tap < taps; tap++)
            {
                Operand tapRow = new(a.Start + tap * nextRow, a.RowStride, 1);
                Tile<TStrip>.Multiply(count, columns, steps, tapRow, b.From(tap * across.Size * depth, 0), c, add: tap > 0);
            }
        }
    }
}
