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
    public void Multiply(in Windows windows, WindowRows rows, float* output, int top, int bottom)
    {
        int channels = windows.Channels;
        for (int row = top; row < bottom; row++)
        {
            float* to = output + row * windows.OutputRow;
            int channel = 0;
            for (; channel + TLane.Count <= channels; channel += TLane.Count)
            {
                MultiplyRow<TLane>(windows, rows, row, channel, to + channel);
            }
            for (; channel < channels; channel++) { MultiplyRow<Lane1>(windows, rows, row, channel, to + channel); }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyRow<T>(in Windows windows, WindowRows rows, int row, int channel, float* output)
        where T : struct, ISimdLane<T>, ILane<T>
    {
        Axis x = across.Axis;
        (int firstTap, int endTap) = down.Axis.TapsOf(row);
        float* begin = rows.At(down.Axis.Begin(row), x.Begin(0)) + channel;
        nint nextWindow = x.Stride * windows.Channels, nextTap = x.Dilation * windows.Channels, nextRow = down.Axis.Dilation * rows.Pitch;
        int window = 0;
        for (; window + Side <= x.Count; window += Side)
        {
            T sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
            for (int i = firstTap; i < endTap; i++)
            {
                float* from = begin + window * nextWindow + i * nextRow, weight = WeightsOf(down.Tap(i), windows.Channels) + channel;
                for (int j = 0; j < x.Size; j++, from += nextTap)
                {
                    T factor = T.Load(weight + across.Tap(j) * windows.Channels);
                    sum0 = T.Fma(T.Load(from), factor, sum0);
                    sum1 = T.Fma(T.Load(from + nextWindow), factor, sum1);
                    sum2 = T.Fma(T.Load(from + 2 * nextWindow), factor, sum2);
                    sum3 = T.Fma(T.Load(from + 3 * nextWindow), factor, sum3);
                }
            }
            float* to = output + window * windows.OutputColumn;
            T.Store(sum0, to);
            T.Store(sum1, to + windows.OutputColumn);
            T.Store(sum2, to + 2 * windows.OutputColumn);
            T.Store(sum3, to + 3 * windows.OutputColumn);
        }
        for (; window < x.Count; window++)
        {
            T sum = 0;
            for (int i = firstTap; i < endTap; i++)
            {
                float* from = begin + window * nextWindow + i * nextRow, weight = WeightsOf(down.Tap(i), windows.Channels) + channel;
                for (int j = 0; j < x.Size; j++, from += nextTap)
                {
                    sum = T.Fma(T.Load(from), T.Load(weight + across.Tap(j) * windows.Channels), sum);
                }
            }
            T.Store(sum, output + window * windows.OutputColumn);
        }
    }

    private float* WeightsOf(int kernelRow, int channels) => weights + (nint)kernelRow * kernelColumns * channels;
}
