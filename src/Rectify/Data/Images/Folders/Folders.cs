namespace Rectify.Data;

/// <summary>What lies in a folder, in ordinal order, which is the same on every machine.</summary>
internal static class Folders
{
    /// <summary>The folder that a file or folder lies in.</summary>
    public static string ParentOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;

    /// <summary>A file's or folder's own name, also where the path is ".".</summary>
    public static string NameOf(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    /// <summary>Whether the system hides it, by the custom that a dot begins with.</summary>
    public static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');

    /// <exception cref="DataException">The folder cannot be read.</exception>
    public static string[] Files(string folder) => Sorted(folder, Directory.GetFiles);

    /// <exception cref="DataException">The folder cannot be read.</exception>
    public static string[] Subfolders(string folder) => Sorted(folder, Directory.GetDirectories);

    private static string[] Sorted(string folder, Func<string, string[]> list)
    {
        try
        {
            string[] paths = list(folder);
            Array.Sort(paths, StringComparer.Ordinal);
            return paths;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"The folder {folder} cannot be read: {cause.Message.TrimEnd('.')}.", cause);
        }
    }
}
