using Microsoft.Win32.SafeHandles;

namespace Rectify.Data;

/// <summary>
/// A temporary file for what memory cannot hold. It has no name once it is open (on Windows the system removes it when it is
/// closed), so that nothing is left of it however the process ends.
/// </summary>
internal sealed class SpillFile : FileBytes
{
    private readonly string _owner;

    private SpillFile(SafeFileHandle handle, string owner) : base(handle, $"The temporary file of {owner}") => _owner = owner;

    /// <summary>The environment variable that says where temporary files lie.</summary>
    public static string FolderVariable => OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";

    /// <summary>Where temporary files lie.</summary>
    public static string Folder => Path.TrimEndingDirectorySeparator(Path.GetTempPath());

    /// <summary>What is said where data are not kept in memory.</summary>
    /// <param name="length">How long the file becomes.</param>
    /// <param name="what">The data and their size.</param>
    /// <param name="most">What they may take of memory.</param>
    public static Notice Notice(long length, string what, long most) => Data.Notice.Choice(
        $"read from a temporary file of {ByteSize.Text(length)} in {Folder} (elsewhere: {FolderVariable}), "
        + $"because memory has {ByteSize.Text(most)} for {what} (change: --max-memory)");

    /// <summary>Makes the file.</summary>
    /// <param name="owner">What sentences call the data that it holds: their own file.</param>
    /// <param name="length">
    /// How many bytes will be written, so that a disk that is too full shows at once; null where it is not known.
    /// </param>
    /// <exception cref="DataException">There is no place for it.</exception>
    public static SpillFile Create(string owner, long? length = null)
    {
        // Random, because rows are read in random order: otherwise the system reads on behind each of them for nothing.
        FileOptions options = FileOptions.RandomAccess | (OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None);
        string path = Path.Combine(Folder, $"rectify-{Guid.NewGuid():N}");
        try
        {
            SafeFileHandle handle = File.OpenHandle(
                path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, options, length ?? 0);
            if (!OperatingSystem.IsWindows()) { File.Delete(path); }
            return new(handle, owner);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException) { throw NoPlace(owner, length, cause); }
    }

    /// <summary>Writes bytes to a place of their own; many threads may do so at once.</summary>
    /// <exception cref="DataException">The disk is full, or fails.</exception>
    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        try { RandomAccess.Write(Handle, bytes, offset); }
        catch (IOException cause) { throw NoPlace(_owner, offset + bytes.Length, cause); }
    }

    private static DataException NoPlace(string owner, long? length, Exception cause)
    {
        string size = length is { } bytes ? $" of {ByteSize.Text(bytes)}" : "";
        return new(
            $"{owner} does not fit into memory, and {Folder} has no place for a temporary file{size}: {cause.Message.TrimEnd('.')}. "
            + $"Name a folder with more room in {FolderVariable}, or give more memory.",
            cause);
    }
}
