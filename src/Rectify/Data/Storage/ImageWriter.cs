namespace Rectify.Data;

/// <summary>Takes images of one size one after the other while they are read, and gives all of them back.</summary>
internal abstract class ImageWriter
{
    /// <summary>Keeps images in memory where they fit, and else in a temporary file.</summary>
    /// <param name="owner">What sentences call the set.</param>
    /// <param name="count">How many are said to come.</param>
    /// <param name="length">How many bytes each has.</param>
    /// <param name="mostMemory">What they may take of memory, in bytes.</param>
    /// <param name="notices">Told where the images are, if not in memory.</param>
    /// <exception cref="DataException">There is no place for a temporary file.</exception>
    public static ImageWriter For(string owner, long count, int length, long mostMemory, List<Notice> notices)
    {
        if (ImageList.Fits(count, length, mostMemory)) { return new ListImageWriter(length); }
        notices.Add(SpillFile.Notice(count * length, $"{ByteSize.Text(count * length)} of images", mostMemory));
        return new FileImageWriter(owner, length);
    }

    /// <summary>Takes the next image.</summary>
    /// <param name="pixels">Its bytes, which may be kept and not copied.</param>
    public abstract void Add(byte[] pixels);

    /// <summary>All images, once every one was added.</summary>
    public abstract ImageBytes Finish();
}
