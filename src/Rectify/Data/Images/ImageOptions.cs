namespace Rectify.Data;

/// <summary>What is known of images before they are read.</summary>
public sealed record ImageOptions
{
    /// <summary>The size that every image is stretched to; null where all have one size already.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>Whether images without classes are refused: false where they are learned for themselves.</summary>
    public bool NeedsClasses { get; init; } = true;
}
