namespace Rectify.Kernels;

/// <summary>Windows over an image of height × width × channels, which lie in rows, channels last.</summary>
internal readonly record struct WindowGrid(Axis Down, Axis Across, int Channels)
{
    /// <summary>Whether a place may be in several windows.</summary>
    public bool Overlaps => Down.Stride < Down.Size || Across.Stride < Across.Size;

    /// <summary>Whether every place is in a window.</summary>
    public bool CoversImage => Down.CoversImage && Across.CoversImage;

    /// <summary>How many numbers the image holds.</summary>
    public long InputLength => (long)Down.Length * Across.Length * Channels;

    /// <summary>How many numbers hold a place for each window.</summary>
    public long OutputLength => (long)Down.Count * Across.Count * Channels;

    /// <summary>Where the channels of a place of the image begin.</summary>
    public int InputAt(int row, int column) => (row * Across.Length + column) * Channels;

    /// <summary>Where the channels of a window begin in what has one place for each.</summary>
    public int OutputAt(int row, int column) => (row * Across.Count + column) * Channels;

    /// <summary>The places of a window that are in the image.</summary>
    public Patch PlacesOf(int row, int column)
    {
        (int top, int bottom) = Down.TapsOf(row);
        (int left, int right) = Across.TapsOf(column);
        return new()
        {
            Top = Down.Begin(row) + top,
            Left = Across.Begin(column) + left,
            Rows = bottom - top,
            Columns = right - left,
            Number = top * Across.Size + left,
            NextNumber = Across.Size - (right - left),
            NextColumn = Channels,
            NextRow = (Across.Length - (right - left)) * Channels,
        };
    }
}
