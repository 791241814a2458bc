using System.IO.Compression;

namespace Rectify.Data;

/// <summary>A file on disk, unpacked where it is gzip whatever its name.</summary>
internal sealed class PackedFile(string path)
{
    private const int BufferLength = 1 << 16;

    /// <summary>The file's name without its folders, as errors call it.</summary>
    public string Name { get; } = Path.GetFileName(path);

    /// <summary>Opens the unpacked bytes.</summary>
    /// <exception cref="DataException">The file is not there or may not be read.</exception>
    public Stream Open()
    {
        if (Directory.Exists(path)) { throw new DataException($"'{path}' is a folder, not a file. Name a file in it."); }
        if (!File.Exists(path))
        {
            throw new DataException($"There is no file '{path}'.{Spelling.Suggest(Name, Neighbours())} Check the path.");
        }
        try
        {
            FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferLength, FileOptions.SequentialScan);
            bool packed = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
            stream.Position = 0;
            return packed ? new CheckedGZip(stream) : stream;
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new DataException($"'{path}' may not be read. Give yourself the right to read it, or copy it elsewhere.", cause);
        }
        catch (IOException cause)
        {
            throw Unreadable(cause);
        }
    }

    /// <summary>Opens a file that is not packed, to be read at any place.</summary>
    /// <exception cref="DataException">The file is not there any more, or may not be read.</exception>
    public FileBytes OpenAnywhere()
    {
        try { return new(File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.RandomAccess), Name); }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException) { throw Unreadable(cause); }
    }

    /// <summary>The first unpacked bytes, fewer where the file is shorter.</summary>
    public byte[] ReadStart(int length)
    {
        try
        {
            using Stream stream = Open();
            byte[] start = new byte[length];
            return start[..stream.ReadAtLeast(start, length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException cause)
        {
            throw Damaged(cause);
        }
        catch (IOException cause)
        {
            throw Unreadable(cause);
        }
    }

    public DataException Damaged(Exception cause)
        => new($"{Name} is a gzip file that is cut short or damaged. Fetch or pack it again.", cause);

    public DataException Unreadable(Exception cause)
        => new($"{Name} cannot be read: {cause.Message.TrimEnd('.')}. Try again, or copy it elsewhere.", cause);

    private IEnumerable<string> Neighbours()
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!).Take(1000) : [];
    }
}
