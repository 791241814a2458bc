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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRow(float* begin, nint nextRow, int image, int row, float* sums)
    {
        float* gradients = OutputGradient + (nint)(image * Shape.Down.Count + row) * Shape.Across.Count * Shape.Outputs;
        (int first, int end) = Shape.Down.TapsOf(row);
        for (int tap = first; tap < end; tap++)
        {
            float* from = begin + tap * Shape.Down.Dilation * nextRow;
            float* to = sums + (nint)tap * Shape.Across.Size * Shape.Outputs;
            int channel = 0;
            for (; channel + TLane.Count <= Shape.Outputs; channel += TLane.Count)
            {
                AddTaps<TLane>(from + channel, gradients + channel, to + channel);
            }
            for (; channel < Shape.Outputs; channel++) { AddTaps<Lane1>(from + channel, gradients + channel, to + channel); }
        }
    }

    // Four taps at once: each gradient is read once for all of them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTaps<T>(float* from, float* gradients, float* sums) where T : struct, ISimdLane<T>, ILane<T>
    {
        nint channels = Shape.Outputs, nextWindow = Shape.Across.Stride * channels, nextTap = Shape.Across.Dilation * channels;
        int tap = 0;
        for (; tap + 4 <= Shape.Across.Size; tap += 4, from += 4 * nextTap, sums += 4 * channels)
        {
            T sum0 = T.Load(sums), sum1 = T.Load(sums + channels), sum2 = T.Load(sums + 2 * channels), sum3 = T.Load(sums + 3 * channels);
            float* x = from, dy = gradients;
            for (int window = 0; window < Shape.Across.Count; window++, x += nextWindow, dy += channels)
            {
                T gradient = T.Load(dy);
                T.AddProduct(ref sum0, T.Load(x), gradient);
                T.AddProduct(ref sum1, T.Load(x + nextTap), gradient);
                T.AddProduct(ref sum2, T.Load(x + 2 * nextTap), gradient);
                T.AddProduct(ref sum3, T.Load(x + 3 * nextTap), gradient);
            }
            T.Store(sum0, sums);
            T.Store(sum1, sums + channels);
            T.Store(sum2, sums + 2 * channels);
            T.Store(sum3, sums + 3 * channels);
        }
        for (; tap < Shape.Across.Size; tap++, from += nextTap, sums += channels)
        {
            T sum = T.Load(sums);
            float* x = from, dy = gradients;
            for (int window = 0; window < Shape.Across.Count; window++, x += nextWindow, dy += channels)
            {
                T.AddProduct(ref sum, T.Load(x), T.Load(dy));
            }
            T.Store(sum, sums);
        }
    }
}
