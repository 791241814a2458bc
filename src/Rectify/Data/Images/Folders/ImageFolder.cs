using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>Decodes the image files of a place, each once and many at a time.</summary>
internal sealed class ImageFolder(string name, ImageListing listing, ImageDemand demand)
{
    private readonly GatheredImages _images = new(name, demand.MostMemory);
    private readonly bool[] _isGrey = new bool[listing.Paths.Length], _hadTransparency = new bool[listing.Paths.Length];
    private readonly Exception?[] _refusals = new Exception?[listing.Paths.Length];
    private ImageSize _size;

    /// <summary>All images of the place, in the listing's order.</summary>
    /// <param name="name">What messages call the set.</param>
    /// <param name="listing">The files.</param>
    /// <param name="demand">What they have to be like.</param>
    /// <param name="cancellation">Ends the reading between two files.</param>
    /// <exception cref="DataException">A file is no image or does not fit; of several, the first is named.</exception>
    public static ImageSet Read(string name, ImageListing listing, ImageDemand demand, CancellationToken cancellation)
    {
        ImageFolder folder = new(name, listing, demand);
        folder.Decode(cancellation);
        return folder.ToSet();
    }

    private void Decode(CancellationToken cancellation)
    {
        DecodedImage first = DecodedImage.Read(listing.Paths[0], listing.NameOf(0));
        _size = demand.Stretch ?? (demand.Model is { } model ? ImageSize.Of(model) : first.Size);

        // After a break all files before it are still read, so the first that fails is the same on every machine.
        ParallelLoopResult result = Parallel.For(
            0, listing.Paths.Length, new ParallelOptions { CancellationToken = cancellation },
            (file, loop) =>
            {
                try { Keep(file, Fitted(file)); }
                catch (DataException refusal)
                {
                    _refusals[file] = refusal;
                    loop.Break();
                }
            });
        if (result.LowestBreakIteration is { } refused) { throw _refusals[refused]!; }
    }

    // Grey images keep one byte a pixel, also among colour ones: which they are among is known when all are decoded.
    private void Keep(int file, DecodedImage image)
    {
        _images.Put(file, image.Pixels);
        (_isGrey[file], _hadTransparency[file]) = (image.IsGrey, image.HadTransparency);
    }

    private DecodedImage Fitted(int file)
    {
        DecodedImage image = DecodedImage.Read(listing.Paths[file], listing.NameOf(file));
        if (demand.Stretch is { } size) { return image.Stretched(size); }
        if (image.Size == _size) { return image; }
        throw demand.Model is { } model
            ? ImageDemand.Unfit(listing.NameOf(file), image.Size, model)
            : new DataException(
                $"{listing.NameOf(0)} is {_size} (height x width), but {listing.NameOf(file)} is {image.Size}. "
                + "Bring all to one size with --size 32x32.");
    }

    private ImageSet ToSet()
    {
        int coloured = Array.IndexOf(_isGrey, false);
        int channels = demand.Model?.Units ?? (coloured < 0 ? 1 : 3);
        if (channels == 1 && coloured >= 0)
        {
            throw new DataException(
                $"{listing.NameOf(coloured)} is in colour, but the model learned grey images. Convert it to grey first.");
        }

        int transparent = _hadTransparency.Count(had => had);
        List<Notice> notices = [.. listing.Notices];
        if (demand.Model is null) { notices.Add(coloured < 0 ? ImageNotices.Grey : ImageNotices.Coloured(listing.NameOf(coloured))); }
        if (demand.Stretch is { } size)
        {
            notices.Add(demand.Model is null ? ImageNotices.Stretched(size) : ImageNotices.StretchedAsLearned(size));
        }
        if (transparent > 0) { notices.Add(ImageNotices.OnWhite(transparent)); }

        Shape shape = new(_size.Height, _size.Width, channels);
        string[] names = [.. Enumerable.Range(0, listing.Paths.Length).Select(listing.NameOf)];
        return new(name, shape, _images.ToBytes(shape.Length, notices), listing.Labels, listing.Classes, names, notices);
    }
}
