namespace Rectify.Data;

/// <summary>The image files of a place, in ordinal order, and the class that each one's subfolder says.</summary>
/// <param name="Root">The folder that names are told from.</param>
/// <param name="Paths">The files.</param>
/// <param name="Labels">The subfolders' names; empty where the place has no classes.</param>
/// <param name="Classes">For each file the index of its label; empty where the place has no classes.</param>
/// <param name="Notices">What was left out.</param>
internal sealed record ImageListing(
    string Root, string[] Paths, string[] Labels, int[] Classes, IReadOnlyList<Notice> Notices)
{
    /// <summary>A file's path from the root, with slashes on every machine.</summary>
    public string NameOf(int file) => Relative(Root, Paths[file]);

    /// <summary>Lists one image file, a folder of images, or a folder with a subfolder of images for each class.</summary>
    /// <exception cref="DataException">There is nothing of the kind, a class is empty, or a folder cannot be read.</exception>
    public static ImageListing Of(string path)
    {
        if (File.Exists(path)) { return new(Folders.ParentOf(path), [path], [], [], []); }
        if (!Directory.Exists(path)) { throw new DataException($"There is no file {path}."); }
        return HasClasses(path) ? OfClasses(path) : OfImages(path);
    }

    /// <summary>Lists images to learn from.</summary>
    /// <exception cref="DataException">As <see cref="Of"/>; or classes are needed, and the place has none.</exception>
    public static ImageListing ToLearn(string path, ImageOptions options)
    {
        ImageListing listing = Of(path);
        return listing.Labels.Length > 0 || !options.NeedsClasses ? listing : throw new DataException(
            $"{path} does not say of which class its images are. Put those of each class into a folder of its own, "
            + "or learn them for themselves with --task reconstruction.");
    }

    /// <summary>Whether a folder holds images, itself or in subfolders. Stops at the first one.</summary>
    public static bool HoldsImages(string folder) => Images(folder).Any() || HasClasses(folder);

    /// <summary>Whether a folder has subfolders with images in them.</summary>
    public static bool HasClasses(string folder) => VisibleFolders(folder).Any(subfolder => Images(subfolder).Any());

    /// <summary>The image files of a folder.</summary>
    public static IEnumerable<string> Images(string folder)
        => Folders.Files(folder).Where(path => ImageFormat.IsImageName(path) && !Folders.IsHidden(path));

    /// <summary>The subfolders of a folder but those that the system hides.</summary>
    public static IEnumerable<string> VisibleFolders(string folder) => Folders.Subfolders(folder).Where(path => !Folders.IsHidden(path));

    /// <summary>A path as seen from a folder, with slashes on every machine.</summary>
    public static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    private static ImageListing OfImages(string folder)
    {
        LeftOut leftOut = new(folder);
        leftOut.Look(folder);
        leftOut.AddFolders(VisibleFolders(folder));
        string[] paths = [.. Images(folder)];
        return paths.Length > 0 ? new(folder, paths, [], [], leftOut.Notices()) : throw new DataException(
            $"{folder} holds no images, which end with {ImageFormat.Known}.");
    }

    private static ImageListing OfClasses(string folder)
    {
        LeftOut leftOut = new(folder);
        leftOut.Look(folder);
        leftOut.AddImages(Images(folder));
        List<string> paths = [], labels = [];
        List<int> classes = [];
        foreach (string subfolder in VisibleFolders(folder))
        {
            string[] images = [.. Images(subfolder)];
            if (images.Length == 0)
            {
                throw new DataException(
                    $"The class {Path.GetFileName(subfolder)} in {folder} has no images, which end with {ImageFormat.Known}. "
                    + "Put some into its folder, or remove it.");
            }
            leftOut.Look(subfolder);
            leftOut.AddFolders(VisibleFolders(subfolder));
            paths.AddRange(images);
            classes.AddRange(Enumerable.Repeat(labels.Count, images.Length));
            labels.Add(Path.GetFileName(subfolder));
        }
        return new(folder, [.. paths], [.. labels], [.. classes], leftOut.Notices());
    }
}
