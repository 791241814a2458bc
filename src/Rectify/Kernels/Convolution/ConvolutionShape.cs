namespace Rectify.Kernels;

/// <summary>
/// A convolution of images of height × width × channels. Its weights have a row for each kernel row, kernel column and input
/// channel of a group, in this order, and a column for each output channel.
/// </summary>
/// <param name="Down">The side from top to bottom.</param>
/// <param name="Across">The side from left to right.</param>
/// <param name="Inputs">Channels that go in.</param>
/// <param name="Outputs">Channels that come out.</param>
/// <param name="Groups">Into how many equal parts both are cut; an output reads the inputs of its own part alone.</param>
internal readonly record struct ConvolutionShape(Axis Down, Axis Across, int Inputs, int Outputs, int Groups = 1)
{
    // Partial sums of the weights' gradient: enough for threads to share, within 4 MiB.
    private const int MostParts = 8, MostPartial = 1024 * 1024;

    /// <summary>Input channels of a group.</summary>
    public int Depth => Inputs / Groups;

    /// <summary>Output channels of a group.</summary>
    public int Width => Outputs / Groups;

    /// <summary>Taps of the kernel.</summary>
    public int Taps => Down.Size * Across.Size;

    /// <summary>Windows of an image.</summary>
    public int Positions => Down.Count * Across.Count;

    /// <summary>Numbers that an output is summed up from.</summary>
    public int WindowLength => Taps * Depth;

    public int InputLength => Down.Length * Across.Length * Inputs;
    public int OutputLength => Positions * Outputs;
    public int WeightLength => WindowLength * Outputs;

    /// <summary>Whether each channel has a kernel of its own.</summary>
    public bool IsDepthwise => Groups > 1 && Depth == 1 && Width == 1;

    /// <summary>Whether each output place reads just its own: a product over all places.</summary>
    public bool IsPlacewise => Groups == 1 && Down.IsPlacewise && Across.IsPlacewise;

    /// <summary>Whether the one window is the image: a product over all images.</summary>
    public bool IsWhole => Groups == 1 && Down.IsWhole && Across.IsWhole;

    /// <summary>Multiplies and adds of a pass over <paramref name="images"/> images.</summary>
    public long Work(int images) => 2L * images * Positions * WeightLength;

    /// <summary>In how many parts a batch is summed up for the weights' gradient: by shapes alone, never by threads.</summary>
    public int Parts(int images) => IsWhole ? 1 : Math.Max(1, Math.Min(images, Math.Clamp(MostPartial / WeightLength, 1, MostParts)));

    /// <summary>How many floats of memory a pass over <paramref name="images"/> images needs: packed weights, or partial sums.</summary>
    public int MemoryLength(int images) => Math.Max(
        Math.Max(PackedLength(Depth, Width), PackedLength(Width, Depth)),
        (Parts(images) - 1) * WeightLength);

    /// <summary>The same of a placewise convolution with all places in one row.</summary>
    public ConvolutionShape InOneRow()
    {
        int places = Down.Length * Across.Length;
        return this with { Down = new(1, 1, 1), Across = new(places, places, 1) };
    }

    /// <summary>How many images there are.</summary>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public int CheckedImages(int inputLength, int outputLength, int weightLength, int memoryLength)
    {
        int images = inputLength / InputLength;
        if (inputLength % InputLength == 0 && outputLength == (long)images * OutputLength && weightLength == WeightLength
            && memoryLength >= MemoryLength(images))
        {
            return images;
        }
        throw new ArgumentException(
            $"{inputLength} inputs, {outputLength} outputs, {weightLength} weights and {memoryLength} numbers of memory do not fit: "
            + $"an image has {InputLength} inputs and {OutputLength} outputs, and there are {WeightLength} weights and "
            + $"{MemoryLength(images)} numbers of memory.");
    }

    private int PackedLength(int depth, int width) => Groups * Taps * depth * FloatMemory.Align(width);
}
