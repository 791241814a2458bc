using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// The gradient of the weights where each channel has a kernel of its own; parts and sums as in <see cref="WeightGradient{TLane}"/>.
/// </summary>
internal readonly unsafe struct DepthwiseGradient<TLane> : IParallelJob where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    public required ConvolutionShape Shape { get; init; }
    public required Windows Windows { get; init; }
    public required float* OutputGradient { get; init; }

    /// <summary>Where the sums over the first images go.</summary>
    public required float* Gradient { get; init; }

    /// <summary>Where the sums over the other images go, one after the other.</summary>
    public required float* Partials { get; init; }

    /// <summary>Parts of the job.</summary>
    public int Count => Shape.Parts(Windows.Images);

    [MethodImpl(Compiled.Alone)]
    public void Invoke(int part)
    {
        float* sums = part == 0 ? Gradient : Partials + (part - 1) * (nint)Shape.WeightLength;
        new Span<float>(sums, Shape.WeightLength).Clear();
        int first = (int)((long)Windows.Images * part / Count), end = (int)((long)Windows.Images * (part + 1) / Count);
        ImageBlocks blocks = new(Shape.Down, end - first, Shape.Across.Length * Shape.Inputs, wanted: 1);
        for (int i = 0; i < blocks.Count; i++) { AddBlock(blocks[i], first, sums); }
    }

    private void AddBlock(ImageBlock ofPart, int firstImage, float* sums)
    {
        ImageBlock block = ofPart with { First = firstImage + ofPart.First, End = firstImage + ofPart.End };
        WindowRows rows = WindowRows.Of(Windows, block);
        for (int image = 0; image < block.Images; image++)
        {
            for (int row = block.Top; row < block.Bottom; row++)
            {
                float* begin = rows.At(Shape.Down.Begin(row), Shape.Across.Begin(0)) + image * rows.Image;
                AddRow(begin, rows.Row, block.First + image, row, sums);
            }
        }
    }

    [MethodImpl(Compiled.Alone)]
    private void AddRow(float* begin, nint nextRow, int image, int row, float* sums)
    {
        (int first, int end) = Shape.Down.TapsOf(row);
        nint channels = Shape.Outputs, taps = end - first;
        DepthwiseSteps steps = new()
        {
            TapRows = taps,
            Taps = Shape.Across.Size,
            Window = Shape.Across.Stride * channels,
            Output = channels,
            Tap = Shape.Across.Dilation * channels,
            TapRow = Shape.Down.Dilation * nextRow,
            Weight = channels,
            WeightRow = Shape.Across.Size * channels,
        };
        float* gradients = OutputGradient + (nint)(image * Shape.Down.Count + row) * Shape.Across.Count * channels;
        float* from = begin + first * steps.TapRow, to = sums + first * steps.WeightRow;
        int channel = 0;
        if (steps.SharesThree && taps > 0)
        {
            for (; channel + TLane.Count <= channels; channel += TLane.Count)
            {
                DepthwiseSums<TLane>.AddThree(steps, Shape.Across.Count, from + channel, gradients + channel, to + channel);
            }
            for (; channel < channels; channel++)
            {
                DepthwiseSums<Lane1>.AddThree(steps, Shape.Across.Count, from + channel, gradients + channel, to + channel);
            }
            return;
        }
        for (; taps > 0; taps--, from += steps.TapRow, to += steps.WeightRow)
        {
            for (channel = 0; channel + 2 * TLane.Count <= channels; channel += 2 * TLane.Count)
            {
                DepthwiseSums<LanePair<TLane>>.Add(steps, Shape.Across.Count, from + channel, gradients + channel, to + channel);
            }
            for (; channel + TLane.Count <= channels; channel += TLane.Count)
            {
                DepthwiseSums<TLane>.Add(steps, Shape.Across.Count, from + channel, gradients + channel, to + channel);
            }
            for (; channel < channels; channel++)
            {
                DepthwiseSums<Lane1>.Add(steps, Shape.Across.Count, from + channel, gradients + channel, to + channel);
            }
        }
    }
}
