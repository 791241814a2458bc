using Rectify.Data;

namespace Rectify.Training;

/// <summary>Keeps a run folder to one process at a time. The system lets go of it when the process ends, however it ends.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly string _path;
    private readonly FileStream _held;

    private RunLock(string path, FileStream held) => (_path, _held) = (path, held);

    /// <summary>Takes hold of the folder; null where another process has.</summary>
    /// <param name="path">The file that stands for the folder.</param>
    /// <exception cref="DataException">The folder cannot be written to.</exception>
    public static RunLock? Take(string path)
    {
        try { return new(path, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)); }
        catch (IOException) when (File.Exists(path)) { return null; }
        catch (Exception e) when (Files.IsRefusal(e)) { throw Files.Unwritable(path, e); }
    }

    public void Dispose()
    {
        // While it is still held, so that nobody's but this one is removed.
        try { File.Delete(_path); }
        catch (Exception e) when (Files.IsRefusal(e)) { }
        _held.Dispose();
    }
}
