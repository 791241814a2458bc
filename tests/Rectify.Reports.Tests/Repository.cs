namespace Rectify.Reports.Tests;

/// <summary>The files that this test program was built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Rectify.slnx.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rectify.slnx"))) { folder = Path.GetDirectoryName(folder)!; }
        return folder;
    }
}
