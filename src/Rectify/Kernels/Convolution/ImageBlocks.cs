namespace Rectify.Kernels;

/// <summary>
/// How the windows of a batch are cut into blocks, some rows of windows of one image each, and these into parts, which threads
/// take one by one. The cut changes no bit.
/// </summary>
internal readonly struct ImageBlocks
{
    private readonly int _blocks, _cuts, _rows;

    /// <param name="down">The rows of windows.</param>
    /// <param name="images">Images of the batch.</param>
    /// <param name="rowLength">Numbers of a row of the image, or of the output if that is more.</param>
    /// <param name="work">Operations of the whole batch.</param>
    /// <param name="threads">How many threads share it.</param>
    public ImageBlocks(Axis down, int images, int rowLength, long work, int threads)
    {
        _rows = down.Count;
        int rowsInCache = (Scratch.UsualWindow / rowLength - down.Extent) / down.Stride + 1;
        int wanted = Kernels.Blocks.Wanted(work, threads);
        _cuts = Math.Min(_rows, Math.Max(Ratio(_rows, Math.Max(1, rowsInCache)), Ratio(wanted, Math.Max(1, images))));
        _blocks = images * _cuts;
        Parts = Math.Min(_blocks, wanted);
    }

    public int Parts { get; }

    /// <summary>The blocks of a part, the end excluded.</summary>
    public (int First, int End) Blocks(int part) => ((int)((long)_blocks * part / Parts), (int)((long)_blocks * (part + 1) / Parts));

    /// <summary>The image of a block, and its rows of windows, the end excluded.</summary>
    public (int Image, int Top, int Bottom) Windows(int block)
        => (block / _cuts, _rows * (block % _cuts) / _cuts, _rows * (block % _cuts + 1) / _cuts);

    private static int Ratio(int length, int part) => (length + part - 1) / part;
}
