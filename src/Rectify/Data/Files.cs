using System.Text;

namespace Rectify.Data;

/// <summary>Whole files, read and written so that what goes wrong is a sentence and nothing is left half-written.</summary>
internal static class Files
{
    /// <exception cref="DataException">There is no such file, or it cannot be read.</exception>
    public static byte[] ReadAllBytes(string path)
    {
        if (Directory.Exists(path)) { throw new DataException($"{path} is a folder, not a file."); }
        try { return File.ReadAllBytes(path); }
        catch (Exception e) when (IsRefusal(e))
        {
            bool isAbsent = e is FileNotFoundException or DirectoryNotFoundException;
            throw new DataException(isAbsent ? $"There is no file {path}." : $"{path} cannot be read: {Reason(e)}.", e);
        }
    }

    /// <summary>Writes beside the file, flushes to disk and renames, so that an interrupted write leaves the old file or none.</summary>
    /// <exception cref="DataException">The place cannot be written to.</exception>
    public static void Replace(string path, Action<Stream> write)
    {
        string beside = path + ".part";
        try
        {
            try
            {
                using (FileStream stream = File.Create(beside))
                {
                    write(stream);
                    stream.Flush(flushToDisk: true);
                }
                File.Move(beside, path, overwrite: true);
            }
            catch
            {
                File.Delete(beside);
                throw;
            }
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Unwritable(path, e);
        }
        finally
        {
            if (File.Exists(beside)) { Delete(beside); }
        }
    }

    /// <exception cref="DataException">The folder cannot be made.</exception>
    public static void MakeFolder(string path)
    {
        try { Directory.CreateDirectory(path); }
        catch (Exception e) when (IsRefusal(e))
        {
            throw new DataException($"The folder {path} cannot be made: {Reason(e)}. Choose another place.", e);
        }
    }

    /// <summary>Removes a file that may be there.</summary>
    /// <exception cref="DataException">It is there and cannot be removed.</exception>
    public static void Delete(string path)
    {
        try { File.Delete(path); }
        catch (Exception e) when (IsRefusal(e)) { throw new DataException($"{path} cannot be replaced: {Reason(e)}.", e); }
    }

    /// <summary>Opens a file to write at its end, without a buffer: what is written is with the system at once.</summary>
    /// <exception cref="DataException">The place cannot be written to.</exception>
    public static FileStream Append(string path)
    {
        try { return new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0); }
        catch (Exception e) when (IsRefusal(e)) { throw Unwritable(path, e); }
    }

    /// <summary>Writes a line to a file of <see cref="Append"/>; the system keeps it should the process end.</summary>
    /// <exception cref="DataException">It cannot be written.</exception>
    public static void AppendLine(FileStream file, string line)
    {
        try { file.Write(Encoding.UTF8.GetBytes(line + "\n")); }
        catch (Exception e) when (IsRefusal(e)) { throw Unwritable(file.Name, e); }
    }

    /// <summary>Whether an error is the file system's, rather than a mistake of ours.</summary>
    public static bool IsRefusal(Exception e) => e is IOException or UnauthorizedAccessException

        // A file that grows larger than the file system or a limit allows.
        or ArgumentOutOfRangeException { ParamName: "value" };

    /// <summary>What to say where something cannot be written.</summary>
    public static DataException Unwritable(string path, Exception e) => e is DirectoryNotFoundException
        ? new($"{path} cannot be written: its folder is not there.", e)
        : new($"{path} cannot be written: {Reason(e)}. Choose another place, or make room there.", e);

    private static string Reason(Exception e) => e.Message.TrimEnd('.');
}
