using System.Globalization;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>
/// Images of one size, a byte for each channel of each pixel, and the class of each where it is known. They lie in memory, or
/// where they are too many in a file.
/// </summary>
public sealed class ImageSet
{
    private readonly int[] _classes;
    private readonly string[] _names;

    /// <param name="name">What messages call the set: its file or folder.</param>
    /// <param name="shape">Height × width × channels of each image; one channel is grey, three are red, green and blue.</param>
    /// <param name="images">The bytes of each image, kept and not copied: rows from top to bottom, channels of a pixel together.</param>
    /// <param name="labels">The names of the classes; empty where none is known.</param>
    /// <param name="classes">For each image the index of its label, or −1; empty where none is known.</param>
    /// <exception cref="DataException">
    /// There is no image, the shape is no image's, an image or class does not fit, or two labels are the same.
    /// </exception>
    public ImageSet(string name, Shape shape, IReadOnlyList<byte[]> images, IReadOnlyList<string> labels, int[] classes)
        : this(
            name, shape, new ImageList(images ?? throw new ArgumentNullException(nameof(images)), shape.Length), labels, classes,
            names: [], notices: [])
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(classes);
        if (!shape.IsImage || shape.Units is not (1 or 3))
        {
            throw new DataException($"{name} has images of {shape}, but an image is height x width x 1 (grey) or 3 (red, green, blue).");
        }
        if (images.Count == 0) { throw new DataException($"{name} holds no images."); }
        for (int i = 0; i < images.Count; i++)
        {
            if (images[i]?.Length == shape.Length) { continue; }
            throw new DataException($"{name}, image {i + 1} has {images[i]?.Length ?? 0} bytes, but {shape} takes {shape.Length}.");
        }
        if (classes.Length > 0 && classes.Length != images.Count)
        {
            throw new DataException($"{name} has {images.Count} images, but classes of {classes.Length}.");
        }
        if (classes.Any(index => index < -1 || index >= labels.Count))
        {
            throw new DataException($"{name} has classes outside of its {labels.Count} labels.");
        }
        if (labels.Distinct().Count() < labels.Count)
        {
            throw new DataException($"{name} has two classes of one name: {Listing.Of(labels)}.");
        }
    }

    internal ImageSet(
        string name, Shape shape, ImageBytes bytes, IReadOnlyList<string> labels, int[] classes, string[] names,
        IReadOnlyList<Notice> notices)
        => (Name, Shape, Bytes, Labels, _classes, _names, Notices) = (name, shape, bytes, labels, classes, names, notices);

    /// <summary>What messages call the set: its file or folder.</summary>
    public string Name { get; }

    /// <summary>How many images there are.</summary>
    public int Count => Bytes.Count;

    /// <summary>Height × width × channels of each image; one channel is grey, three are red, green and blue.</summary>
    public Shape Shape { get; }

    /// <summary>The names of the classes in their order; empty where no class is known.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>What was decided without asking.</summary>
    public IReadOnlyList<Notice> Notices { get; }

    /// <summary>
    /// The bytes of an image: rows from top to bottom, the channels of a pixel together. Those of an image that lies in a file are
    /// read anew each time.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such image.</exception>
    public ReadOnlySpan<byte> Pixels(int image)
        => Bytes.Of(Checked(image), Bytes.RoomLength == 0 ? [] : new byte[Bytes.RoomLength]);

    /// <summary>The index of an image's label, or −1 where it is not known.</summary>
    /// <exception cref="ArgumentException">There is no such image.</exception>
    public int ClassOf(int image) => Checked(image) >= _classes.Length ? -1 : _classes[image];

    /// <summary>Whether the set says of which class its images are, be its label known or not.</summary>
    public bool HasClasses => _classes.Length > 0;

    /// <summary>Whether each image is a file of its own, with a name.</summary>
    public bool HasNames => _names.Length > 0;

    /// <summary>An image's file as seen from the set's folder, or its number from 1 where many lie in one file.</summary>
    /// <exception cref="ArgumentException">There is no such image.</exception>
    public string NameOf(int image)
        => _names.Length == 0 ? (Checked(image) + 1).ToString(CultureInfo.InvariantCulture) : _names[Checked(image)];

    /// <summary>The image itself, if there is one of that number.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal int Checked(int image) => (uint)image < (uint)Count ? image : throw new ArgumentException(
        $"{Name} has no image {image}: its images are 0 to {Count - 1}.");

    /// <summary>The bytes of all images.</summary>
    internal ImageBytes Bytes { get; }

    /// <summary>The same images with that many channels: grey ones are repeated.</summary>
    internal ImageSet InChannels(int channels)
    {
        if (channels == Shape.Units) { return this; }
        Shape shape = Shape.WithUnits(channels);
        return new(Name, shape, Bytes.OfLength(shape.Length), Labels, _classes, _names, Notices);
    }

    /// <summary>The same images with classes counted by other labels, matched by name; −1 where there is none of that name.</summary>
    internal ImageSet WithLabels(IReadOnlyList<string> labels, params IEnumerable<Notice> notices)
    {
        Dictionary<string, int> places = labels.Index().ToDictionary(label => label.Item, label => label.Index);
        int[] moved = [.. Labels.Select(label => places.GetValueOrDefault(label, -1))];
        int[] classes = Array.ConvertAll(_classes, index => index < 0 ? -1 : moved[index]);
        return new(Name, Shape, Bytes, labels, classes, _names, [.. Notices, .. notices]);
    }
}
