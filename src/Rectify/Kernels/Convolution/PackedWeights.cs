using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// The weights of a convolution copied once for a pass: strip after strip of columns, each with its rows one after the other, so
/// that every block of windows reads them as a tile wants them.
/// </summary>
internal static unsafe class PackedWeights<TLane> where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    /// <summary>Where the strip that begins at <paramref name="column"/> of a group lies.</summary>
    /// <param name="packed">The packed weights.</param>
    /// <param name="rows">Rows of a strip: taps × channels of a group that go in.</param>
    /// <param name="group">The group.</param>
    /// <param name="width">Channels of a group that come out.</param>
    /// <param name="column">A multiple of two lanes.</param>
    public static float* Strip(float* packed, int rows, int group, int width, int column)
    {
        int wholeLanes = (width + TLane.Count - 1) / TLane.Count * TLane.Count;
        return packed + ((nint)group * wholeLanes + column) * rows;
    }

    /// <summary>The weights as they are, for the forward pass.</summary>
    public static void Pack(in ConvolutionShape shape, float* weights, float* packed)
        => Pack(shape, Phase.Forward(shape.Down), Phase.Forward(shape.Across), weights, packed, isBackward: false);

    /// <summary>The weights that lead from the outputs of windows back to the places of a phase: its taps, transposed.</summary>
    public static void PackBackward(in ConvolutionShape shape, Phase down, Phase across, float* weights, float* packed)
        => Pack(shape, down, across, weights, packed, isBackward: true);

    private static void Pack(in ConvolutionShape shape, Phase down, Phase across, float* weights, float* packed, bool isBackward)
    {
        (int depth, int width) = isBackward ? (shape.Width, shape.Depth) : (shape.Depth, shape.Width);
        int taps = down.Axis.Size * across.Axis.Size;
        for (int group = 0; group < shape.Groups; group++)
        {
            for (int tap = 0; tap < taps; tap++)
            {
                int row = down.Tap(tap / across.Axis.Size) * shape.Across.Size + across.Tap(tap % across.Axis.Size);
                float* start = weights + (nint)row * shape.Depth * shape.Outputs + group * shape.Width;
                Operand ofTap = isBackward ? new(start, 1, shape.Outputs) : new(start, shape.Outputs, 1);
                int column = 0;
                for (; column + TLane.Count < width; column += Strip2<TLane>.Width)
                {
                    float* to = Strip(packed, taps * depth, group, width, column) + (nint)tap * depth * Strip2<TLane>.Width;
                    Copy<Strip2<TLane>>(ofTap.From(0, column), depth, width - column, weights + shape.WeightLength, to);
                }
                if (column < width)
                {
                    float* to = Strip(packed, taps * depth, group, width, column) + (nint)tap * depth * Strip1<TLane>.Width;
                    Copy<Strip1<TLane>>(ofTap.From(0, column), depth, width - column, weights + shape.WeightLength, to);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy<TStrip>(Operand source, int depth, int width, float* end, float* target) where TStrip : struct, IStrip<TStrip>
        => Panel.Pack<TStrip>(source, depth, Math.Min(TStrip.Width, width), end, target);
}
