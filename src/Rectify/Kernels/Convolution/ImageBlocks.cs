namespace Rectify.Kernels;

/// <summary>
/// How the windows of a batch are cut into blocks, which threads take one by one: each small enough for a second-level cache, and
/// else as large as can be, because every block reads all weights. The cut changes no bit.
/// </summary>
internal readonly struct ImageBlocks
{
    private readonly int _images, _rows, _imageCuts, _rowCuts;

    /// <param name="down">The rows of windows.</param>
    /// <param name="images">Images of the batch.</param>
    /// <param name="rowLength">Numbers of a row of the image, or of the output if that is more.</param>
    /// <param name="wanted">How many blocks there should be at least.</param>
    public ImageBlocks(Axis down, int images, int rowLength, int wanted)
    {
        (_images, _rows) = (images, down.Count);
        int rowsInCache = Math.Max(1, (Scratch.UsualWindow / rowLength - down.Extent) / down.Stride + 1);
        int imagesInCache = Math.Max(1, Scratch.UsualWindow / rowLength / Math.Max(down.Length, down.Count));
        _rowCuts = Math.Min(_rows, Math.Max(Ratio(_rows, rowsInCache), Ratio(wanted, Math.Max(1, images))));
        _imageCuts = _rowCuts > 1 ? images : Math.Min(images, Math.Max(Ratio(images, imagesInCache), wanted));
    }

    public int Count => _imageCuts * _rowCuts;

    public ImageBlock this[int block]
    {
        get
        {
            (int image, int row) = Math.DivRem(block, _rowCuts);
            (int first, int end) = (Cut(_images, image, _imageCuts), Cut(_images, image + 1, _imageCuts));
            return new(first, end, Cut(_rows, row, _rowCuts), Cut(_rows, row + 1, _rowCuts));
        }
    }

    private static int Cut(int length, int index, int cuts) => (int)((long)length * index / cuts);

    private static int Ratio(int length, int part) => (length + part - 1) / part;
}
