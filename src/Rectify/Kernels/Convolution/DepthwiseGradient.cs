using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// The gradient of the weights where each channel has a kernel of its own; parts and sums as in <see cref="WeightGradient{TLane}"/>.
/// </summary>
internal readonly unsafe struct DepthwiseGradient<TLane> : IParallelJob where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    // With a pair of lanes of channels up to eight sums are in flight: two a cycle, each of which takes four.
    private const int MostTaps = 4;

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
            for (; channel + 2 * TLane.Count <= Shape.Outputs; channel += 2 * TLane.Count)
            {
                AddTaps<LanePair<TLane>>(from + channel, gradients + channel, to + channel);
            }
            for (; channel + TLane.Count <= Shape.Outputs; channel += TLane.Count)
            {
                AddTaps<TLane>(from + channel, gradients + channel, to + channel);
            }
            for (; channel < Shape.Outputs; channel++) { AddTaps<Lane1>(from + channel, gradients + channel, to + channel); }
        }
    }

    // As many taps of a row at once as evenly fill tiles.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTaps<T>(float* from, float* gradients, float* sums) where T : struct, ISimdLane<T>, ILane<T>
    {
        int size = Shape.Across.Size, tiles = (size + MostTaps - 1) / MostTaps;
        nint channels = Shape.Outputs, nextTap = Shape.Across.Dilation * channels;
        for (int tile = 0; tile < tiles; tile++)
        {
            int first = size * tile / tiles, taps = size * (tile + 1) / tiles - first;
            float* x = from + first * nextTap, to = sums + first * channels;
            switch (taps)
            {
                case 1: AddTaps<T, Height.One>(x, gradients, to); break;
                case 2: AddTaps<T, Height.Two>(x, gradients, to); break;
                case 3: AddTaps<T, Height.Three>(x, gradients, to); break;
                case 4: AddTaps<T, Height.Four>(x, gradients, to); break;
            }
        }
    }

    // Each gradient is read once for all of these taps.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTaps<T, TTaps>(float* x, float* dy, float* sums) where T : struct, ISimdLane<T>, ILane<T> where TTaps : struct, IHeight
    {
        nint channels = Shape.Outputs, nextWindow = Shape.Across.Stride * channels;
        nint one = Shape.Across.Dilation * channels, two = 2 * one, three = 3 * one;
        T sum0 = T.Load(sums), sum1 = 0, sum2 = 0, sum3 = 0;
        if (TTaps.Rows > 1) { sum1 = T.Load(sums + channels); }
        if (TTaps.Rows > 2) { sum2 = T.Load(sums + 2 * channels); }
        if (TTaps.Rows > 3) { sum3 = T.Load(sums + 3 * channels); }
        for (int window = Shape.Across.Count; window > 0; window--, x += nextWindow, dy += channels)
        {
            T gradient = T.Load(dy);
            T.AddProduct(ref sum0, T.Load(x), gradient);
            if (TTaps.Rows > 1) { T.AddProduct(ref sum1, T.Load(x + one), gradient); }
            if (TTaps.Rows > 2) { T.AddProduct(ref sum2, T.Load(x + two), gradient); }
            if (TTaps.Rows > 3) { T.AddProduct(ref sum3, T.Load(x + three), gradient); }
        }
        T.Store(sum0, sums);
        if (TTaps.Rows > 1) { T.Store(sum1, sums + channels); }
        if (TTaps.Rows > 2) { T.Store(sum2, sums + 2 * channels); }
        if (TTaps.Rows > 3) { T.Store(sum3, sums + 3 * channels); }
    }
}
