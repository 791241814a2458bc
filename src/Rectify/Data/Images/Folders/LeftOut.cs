namespace Rectify.Data;

/// <summary>Counts what lies among images and is none, so that nothing is left out without a word.</summary>
internal sealed class LeftOut(string root)
{
    private readonly List<string> _hidden = [], _others = [], _folders = [], _beside = [];

    /// <summary>Counts what is hidden in a folder, and its files that are no images.</summary>
    public void Look(string folder)
    {
        string[] files = Folders.Files(folder);
        _hidden.AddRange(files.Concat(Folders.Subfolders(folder)).Where(Folders.IsHidden));
        _others.AddRange(files.Where(file => !Folders.IsHidden(file) && !ImageFormat.IsImageName(file)));
    }

    /// <summary>Counts folders that lie too deep.</summary>
    public void AddFolders(IEnumerable<string> folders) => _folders.AddRange(folders);

    /// <summary>Counts images that lie beside the folders of classes.</summary>
    public void AddImages(IEnumerable<string> images) => _beside.AddRange(images);

    /// <summary>A line for each kind that was met.</summary>
    public IReadOnlyList<Notice> Notices() =>
    [
        .. Lines(_hidden, "hidden file or folder", "hidden files or folders"),
        .. Lines(_others, $"file that does not end with {ImageFormat.Known}", $"files that do not end with {ImageFormat.Known}"),
        .. Lines(_beside, "image that lies in no class's folder", "images that lie in no class's folder"),
        .. Lines(_folders, "folder that lies beside images or deeper", "folders that lie beside images or deeper"),
    ];

    private IEnumerable<Notice> Lines(List<string> paths, string one, string many)
    {
        if (paths.Count == 0) { return []; }
        string names = Listing.Of(paths.Select(path => ImageListing.Relative(root, path)));
        return [Notice.Dropped($"dropped {Listing.Number(paths.Count)} {(paths.Count == 1 ? one : many)}: {names}")];
    }
}
