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
    [MethodImpl(Compiled.Alone)]
    public void Multiply(in Windows windows, ImageBlock block, WindowRows rows)
    {
        int channels = windows.Channels, count = across.Axis.Count;
        nint weightRow = -down.TapStep * kernelColumns * (nint)channels;
        for (int image = 0; image < block.Images; image++)
        {
            for (int row = block.Top; row < block.Bottom; row++)
            {
                (int firstTap, int endTap) = down.Axis.TapsOf(row);
                DepthwiseSteps steps = new()
                {
                    TapRows = endTap - firstTap,
                    Taps = across.Axis.Size,
                    Window = across.Axis.Stride * (nint)channels,
                    Output = windows.OutputColumn,
                    Tap = across.Axis.Dilation * (nint)channels,
                    TapRow = down.Axis.Dilation * rows.Row,
                    Weight = -across.TapStep * (nint)channels,
                    WeightRow = weightRow,
                };
                float* from = rows.At(down.Axis.Begin(row) + firstTap * down.Axis.Dilation, across.Axis.Begin(0)) + image * rows.Image;
                float* weight = weights + (down.Tap(firstTap) * kernelColumns + across.Tap(0)) * (nint)channels;
                float* to = windows.Output + (block.First + image) * windows.OutputImage + row * windows.OutputRow;
                int channel = 0;
                for (; channel + TLane.Count <= channels; channel += TLane.Count)
                {
                    MultiplyRow<TLane>(steps, count, from + channel, weight + channel, to + channel);
                }
                for (; channel < channels; channel++)
                {
                    MultiplyRow<Lane1>(steps, count, from + channel, weight + channel, to + channel);
                }
            }
        }
    }

    // Tiles of nearly equal height over the windows of one row.
    [MethodImpl(Compiled.Alone)]
    private static void MultiplyRow<T>(in DepthwiseSteps steps, int count, float* x, float* weight, float* y)
        where T : struct, ISimdLane<T>, ILane<T>
    {
        int tiles = (count + DepthwiseTile<T>.MostWindows - 1) / DepthwiseTile<T>.MostWindows;
        (int height, int taller) = Math.DivRem(count, tiles);
        if (taller > 0)
        {
            DepthwiseTile<T>.Multiply(height + 1, taller, steps, x, weight, y);
            x += taller * (height + 1) * steps.Window;
            y += taller * (height + 1) * steps.Output;
        }
        DepthwiseTile<T>.Multiply(height, tiles - taller, steps, x, weight, y);
    }
}
