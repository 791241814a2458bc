using System.Globalization;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>Sets of images in the IDX format: an images file, and a labels file beside it.</summary>
internal static class IdxSet
{
    /// <summary>The parts of a folder: train and t10k (or test), or its only set.</summary>
    /// <exception cref="DataException">The folder does not say which of several sets is meant, or a file is not usable.</exception>
    public static ImageParts ReadFolder(string folder, ImageOptions options, CancellationToken cancellation)
    {
        IdxName[] sets = IdxName.ImagesIn(folder);
        IdxName[] training = [.. sets.Where(set => set.IsTraining)], test = [.. sets.Where(set => set.IsTest && !set.IsTraining)];
        if (sets.Length == 1) { return new(Read(sets[0], options, cancellation)); }
        if (training.Length != 1 || test.Length != 1 || sets.Length != 2)
        {
            throw new DataException(
                $"{folder} holds several sets of images: {Listing.Of(sets.Select(set => set.File))}. Name the file of one.");
        }

        ImageSet learned = Read(training[0], options, cancellation), judged = Read(test[0], options, cancellation);
        if (learned.Shape != judged.Shape)
        {
            throw new DataException(
                $"{learned.Name} holds images of {ImageSize.Of(learned.Shape)}, but {judged.Name} of {ImageSize.Of(judged.Shape)}. "
                + "Bring them to one size with --size 32x32.");
        }
        return ImageParts.Of(learned, judged);
    }

    /// <exception cref="DataException">A file is not usable, or classes are needed and there is no labels file.</exception>
    public static ImageSet Read(IdxName name, ImageOptions options, CancellationToken cancellation)
    {
        List<Notice> notices = [];
        (ImageBytes images, ImageSize size) = new IdxFile(name.Path).ReadImages(options, notices, cancellation);
        byte[] values = ReadLabels(name, images.Count, options.NeedsClasses);
        byte[] present = [.. values.Distinct().Order()];

        (int height, int width) = options.Size ?? size;
        return new(
            name.File, new Shape(height, width, 1), images,
            [.. present.Select(value => value.ToString(CultureInfo.InvariantCulture))],
            Array.ConvertAll(values, value => Array.BinarySearch(present, value)),
            names: [], notices);
    }

    private static byte[] ReadLabels(IdxName images, int count, bool areNeeded)
    {
        if (images.FindLabels() is not { } labels)
        {
            string place = images.Labels is { } missing
                ? $"Put {missing} or {missing}.gz there."
                : "Call both as MNIST does: train-images-idx3-ubyte and train-labels-idx1-ubyte.";
            return areNeeded ? throw new DataException($"{images.File} has no labels file beside it. {place}") : [];
        }
        byte[] values = new IdxFile(labels.Path).ReadLabels();
        return values.Length == count ? values : throw new DataException(
            $"{labels.File} has {Listing.Counted(values.Length, "label")}, but {images.File} has {Listing.Counted(count, "image")}. "
            + "Fetch both from one place.");
    }
}
