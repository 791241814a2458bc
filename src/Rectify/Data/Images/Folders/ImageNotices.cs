namespace Rectify.Data;

/// <summary>What is said of images that were changed to fit.</summary>
internal static class ImageNotices
{
    public static Notice Stretched(ImageSize size)
        => Notice.Choice($"stretched to {size}, which changes the proportions of images of another form (change: --size)");

    public static Notice StretchedAsLearned(ImageSize size) => Notice.Choice($"stretched to {size}, as the model's own images were");

    public static Notice OnWhite(int count)
        => Notice.Choice($"{Listing.Counted(count, "image")} with transparency put on white");

    public static Notice Grey { get; } = Notice.Choice("grey: in every pixel red, green and blue are equal");

    public static Notice Coloured(string first) => Notice.Choice($"in colour, because {first} is");

    public static Notice TestPart(string test, string training) => Notice.Choice($"the test part, {test} (for the other name {training})");
}
