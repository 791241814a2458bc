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
    // Windows whose sums are in flight at once, to hide the latency of each.
    private const int Side = 4;

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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyRow<T>(in Windows windows, nint nextRow, int taps, float* from, float* weight, float* to)
        where T : struct, ISimdLane<T>, ILane<T>
    {
        nint channels = windows.Channels, nextWindow = across.Axis.Stride * channels, next = windows.OutputColumn;
        nint nextTap = across.Axis.Dilation * channels, nextTapRow = down.Axis.Dilation * nextRow - across.Axis.Size * nextTap;
        nint nextWeight = -across.TapStep * channels;
        nint nextWeightRow = -down.TapStep * kernelColumns * channels - across.Axis.Size * nextWeight;
        int window = 0;
        for (; window + Side <= across.Axis.Count; window += Side, from += Side * nextWindow, to += Side * next)
        {
            T sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
            float* x = from, w = weight;
            for (int i = 0; i < taps; i++, x += nextTapRow, w += nextWeightRow)
            {
                for (int j = 0; j < across.Axis.Size; j++, x += nextTap, w += nextWeight)
                {
                    T factor = T.Load(w);
                    T.AddProduct(ref sum0, T.Load(x), factor);
                    T.AddProduct(ref sum1, T.Load(x + nextWindow), factor);
                    T.AddProduct(ref sum2, T.Load(x + 2 * nextWindow), factor);
                    T.AddProduct(ref sum3, T.Load(x + 3 * nextWindow), factor);
                }
            }
            T.Store(sum0, to);
            T.Store(sum1, to + next);
            T.Store(sum2, to + 2 * next);
            T.Store(sum3, to + 3 * next);
        }
        for (; window < across.Axis.Count; window++, from += nextWindow, to += next)
        {
            T sum = 0;
            float* x = from, w = weight;
            for (int i = 0; i < taps; i++, x += nextTapRow, w += nextWeightRow)
            {
                for (int j = 0; j < across.Axis.Size; j++, x += nextTap, w += nextWeight) { T.AddProduct(ref sum, T.Load(x), T.Load(w)); }
            }
            T.Store(sum, to);
        }
    }
}
