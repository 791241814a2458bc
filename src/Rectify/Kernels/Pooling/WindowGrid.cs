namespace Rectify.Kernels;

/// <summary>Windows over an image of height × width × channels, which lie in rows, channels last.</summary>
internal readonly record struct WindowGrid(WindowAxis Down, WindowAxis Across, int Channels)
{
    /// <summary>Where the channels of a place of the image begin.</summary>
    public int InputAt(int row, int column) => (row * Across.Length + column) * Channels;

    /// <summary>Where the channels of a window begin in what has one place for each.</summary>
    public int OutputAt(int row, int column) => (row * Across.Count + column) * Channels;

    /// <summary>The places of a window that are in the image.</summary>
    public Patch PlacesOf(int row, int column) => new(Down.PlacesOf(row), Across.PlacesOf(column));
}
