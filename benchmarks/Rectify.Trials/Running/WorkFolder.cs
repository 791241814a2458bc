namespace Rectify.Trials;

/// <summary>A folder for what a trial makes, gone with it.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rectify-trials-");

    public string Path => _folder.FullName;

    /// <summary>How many bytes the disk has room for.</summary>
    public long Free => new DriveInfo(Path).AvailableFreeSpace;

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
