using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Windows times weights where each channel has a kernel of its own: channels are the places of a lane.</summary>
/// <param name="weights">Taps × channels, as a layer holds them.</param>
/// <param name="down">Which kernel rows the taps of a window are.</param>
/// <param name="across">Which kernel columns the taps of a window are.</param>
/// <param name="kernelColumns">Columns of the whole kernel.</param>
internal readonly unsafe struct DepthwiseProduct<TLane>(float* weights, Phase down, Phase across, int kernelColumns) : ISlidingKernel
    where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    // Windows whose sums are in flight at once: two a cycle, each of which takes four.
    private const int MostWindows = 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(in Windows windows, ImageBlock block, WindowRows rows)
    {
        int channels = windows.Channels;
        for (int image = 0; image < block.Images; image++)
        {
            for (int row = block.Top; row < block.Bottom; row++)
            {
                (int firstTap, int endTap) = down.Axis.TapsOf(row);
                float* from = rows.At(down.Axis.Begin(row) + firstTap * down.Axis.Dilation, across.Axis.Begin(0)) + image * rows.Image;
                float* weight = weights + (down.Tap(firstTap) * kernelColumns + across.Tap(0)) * (nint)channels;
                float* to = windows.Output + (block.First + image) * windows.OutputImage + row * windows.OutputRow;
                int taps = endTap - firstTap, channel = 0;
                for (; channel + TLane.Count <= channels; channel += TLane.Count)
                {
                    MultiplyRow<TLane>(windows, rows.Row, taps, from + channel, weight + channel, to + channel);
                }
                for (; channel < channels; channel++)
                {
                    MultiplyRow<Lane1>(windows, rows.Row, taps, from + channel, weight + channel, to + channel);
                }
            }
        }
    }

    // Tiles of nearly equal height over the windows of one row.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyRow<T>(in Windows windows, nint nextRow, int taps, float* from, float* weight, float* to)
        where T : struct, ISimdLane<T>, ILane<T>
    {
        int count = across.Axis.Count, tiles = (count + MostWindows - 1) / MostWindows;
        nint nextWindow = across.Axis.Stride * (nint)windows.Channels;
        for (int tile = 0; tile < tiles; tile++)
        {
            int first = count * tile / tiles, height = count * (tile + 1) / tiles - first;
            float* x = from + first * nextWindow, y = to + first * windows.OutputColumn;
            switch (height)
            {
                case 1: Multiply<T, Height.One>(windows, nextRow, taps, x, weight, y); break;
                case 2: Multiply<T, Height.Two>(windows, nextRow, taps, x, weight, y); break;
                case 3: Multiply<T, Height.Three>(windows, nextRow, taps, x, weight, y); break;
                case 4: Multiply<T, Height.Four>(windows, nextRow, taps, x, weight, y); break;
                case 5: Multiply<T, Height.Five>(windows, nextRow, taps, x, weight, y); break;
                case 6: Multiply<T, Height.Six>(windows, nextRow, taps, x, weight, y); break;
                case 7: Multiply<T, Height.Seven>(windows, nextRow, taps, x, weight, y); break;
                case 8: Multiply<T, Height.Eight>(windows, nextRow, taps, x, weight, y); break;
            }
        }
    }

    // As in a tile of the product, but a step reads as many weights as there are channels in a lane.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply<T, THeight>(in Windows windows, nint nextRow, int taps, float* x, float* weight, float* y)
        where T : struct, ISimdLane<T>, ILane<T> where THeight : struct, IHeight
    {
        T sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0, sum4 = 0, sum5 = 0, sum6 = 0, sum7 = 0;
        nint channels = windows.Channels, one = across.Axis.Stride * channels, two = 2 * one;
        nint nextTap = across.Axis.Dilation * channels, nextTapRow = down.Axis.Dilation * nextRow - across.Axis.Size * nextTap;
        nint nextWeight = -across.TapStep * channels;
        nint nextWeightRow = -down.TapStep * kernelColumns * channels - across.Axis.Size * nextWeight;
        float* x3 = x + 3 * one, x6 = x3 + 3 * one;
        for (int i = 0; i < taps; i++)
        {
            for (int j = across.Axis.Size; j > 0; j--)
            {
                T factor = T.Load(weight);
                if (THeight.Rows > 0) { T.AddProduct(ref sum0, T.Load(x), factor); }
                if (THeight.Rows > 1) { T.AddProduct(ref sum1, T.Load(x + one), factor); }
                if (THeight.Rows > 2) { T.AddProduct(ref sum2, T.Load(x + two), factor); }
                if (THeight.Rows > 3) { T.AddProduct(ref sum3, T.Load(x3), factor); }
                if (THeight.Rows > 4) { T.AddProduct(ref sum4, T.Load(x3 + one), factor); }
                if (THeight.Rows > 5) { T.AddProduct(ref sum5, T.Load(x3 + two), factor); }
                if (THeight.Rows > 6) { T.AddProduct(ref sum6, T.Load(x6), factor); }
                if (THeight.Rows > 7) { T.AddProduct(ref sum7, T.Load(x6 + one), factor); }
                x += nextTap;
                if (THeight.Rows > 3) { x3 += nextTap; }
                if (THeight.Rows > 6) { x6 += nextTap; }
                weight += nextWeight;
            }
            x += nextTapRow;
            if (THeight.Rows > 3) { x3 += nextTapRow; }
            if (THeight.Rows > 6) { x6 += nextTapRow; }
            weight += nextWeightRow;
        }
        nint next = windows.OutputColumn;
        if (THeight.Rows > 0) { T.Store(sum0, y); }
        if (THeight.Rows > 1) { T.Store(sum1, y + next); }
        if (THeight.Rows > 2) { T.Store(sum2, y + 2 * next); }
        if (THeight.Rows > 3) { T.Store(sum3, y + 3 * next); }
        if (THeight.Rows > 4) { T.Store(sum4, y + 4 * next); }
        if (THeight.Rows > 5) { T.Store(sum5, y + 5 * next); }
        if (THeight.Rows > 6) { T.Store(sum6, y + 6 * next); }
        if (THeight.Rows > 7) { T.Store(sum7, y + 7 * next); }
    }
}
