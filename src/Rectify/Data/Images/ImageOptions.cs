namespace Rectify.Data;

/// <summary>What is known of images before they are read.</summary>
public sealed record ImageOptions
{
    /// <summary>The size that every image is stretched to; null where all have one size already.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>Whether images without classes are refused: false where they are learned for themselves.</summary>
    public bool NeedsClasses { get; init; } = true;

    /// <summary>
    /// The most bytes of memory that pixels may take, one for each channel: what is more is read from the file itself, or kept in a
    /// temporary one. Null for half of what the process has left.
    /// </summary>
    public long? MostMemory { get; init; }
}
