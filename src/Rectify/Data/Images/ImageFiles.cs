using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>
/// Reads images: IDX files such as MNIST's, a folder of them, a folder with a subfolder of PNG, JPEG or BMP files for each
/// class, a folder of such files, or one of them; or a folder with such folders called train and test.
/// </summary>
public static class ImageFiles
{
    /// <summary>Whether a path stands for images. Looks at names and, of a file, at its first bytes.</summary>
    public static bool IsImages(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            if (Directory.Exists(path))
            {
                return IdxName.ImagesIn(path).Length > 0 || ImageListing.HoldsImages(path) || DividedFolder.Of(path) is not null;
            }
            return ImageFormat.IsImageName(path) || new IdxName(path).IsImages || (File.Exists(path) && IsIdx(path));
        }
        catch (DataException)
        {
            // Whoever reads it will be told why it cannot be read.
            return false;
        }
    }

    /// <summary>Reads images to learn from, and those to be judged on where the place holds both.</summary>
    /// <param name="path">A file or folder for which <see cref="IsImages"/> holds.</param>
    /// <param name="options">The size they are to be brought to, and whether classes are needed.</param>
    /// <param name="cancellation">Ends the reading between two images.</param>
    /// <exception cref="DataException">Something is missing, damaged, or does not fit together; the message says what to do.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImageParts Read(string path, ImageOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= new ImageOptions();
        if (IsIdxFolder(path)) { return IdxSet.ReadFolder(path, options, cancellation); }
        if (IsIdxFile(path)) { return new(IdxSet.Read(new IdxName(path), options, cancellation)); }

        if (DividedFolder.Of(path) is { } divided) { return divided.Read(options, cancellation); }
        ImageListing listing = ImageListing.ToLearn(path, options);
        return new(ImageFolder.Read(Folders.NameOf(path), listing, ImageDemand.OfOptions(options), cancellation));
    }

    /// <summary>
    /// Reads images for a trained model: with the model's shape and labels. A grey image becomes a colour one where needed.
    /// </summary>
    /// <param name="path">A file or folder for which <see cref="IsImages"/> holds; of one with a test part, that is taken.</param>
    /// <param name="wanted">Height × width × channels of the images that the model learned.</param>
    /// <param name="labels">The model's labels; an image whose class is not among them has class −1.</param>
    /// <param name="stretch">Whether images of another size are stretched: as the model was trained.</param>
    /// <param name="cancellation">Ends the reading between two images.</param>
    /// <exception cref="DataException">Something is missing, damaged, or not what the model takes.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImageSet ReadForModel(
        string path, Shape wanted, IReadOnlyList<string> labels, bool stretch = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(labels);
        ImageDemand demand = ImageDemand.OfModel(wanted, stretch);
        if (!IsIdxFolder(path) && !IsIdxFile(path))
        {
            if (DividedFolder.Of(path) is { } divided) { return divided.ReadForModel(demand, labels, cancellation); }
            return ImageFolder.Read(Folders.NameOf(path), ImageListing.Of(path), demand, cancellation).WithLabels(labels);
        }

        ImageOptions options = new() { Size = demand.Stretch, NeedsClasses = false };
        ImageParts parts = IsIdxFolder(path)
            ? IdxSet.ReadFolder(path, options, cancellation)
            : new(IdxSet.Read(new IdxName(path), options, cancellation));
        ImageSet set = parts.Test ?? parts.Training;
        if (ImageSize.Of(set.Shape) is var size && size != ImageSize.Of(wanted))
        {
            throw ImageDemand.Unfit($"Each image of {set.Name}", size, wanted);
        }
        Notice[] notices = parts.Test is null ? [] : [ImageNotices.TestPart(set.Name, parts.Training.Name)];
        return set.InChannels(wanted.Units).WithLabels(labels, notices);
    }

    private static bool IsIdxFolder(string path) => Directory.Exists(path) && IdxName.ImagesIn(path).Length > 0;

    private static bool IsIdxFile(string path)
        => !Directory.Exists(path) && (new IdxName(path).IsImages || (!ImageFormat.IsImageName(path) && IsIdx(path)));

    // Labels, too: whoever names them is told to name the images.
    private static bool IsIdx(string path) => new IdxFile(path).ReadMagic() is IdxFile.ImagesMagic or IdxFile.LabelsMagic;
}
