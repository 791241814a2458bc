namespace Rectify.Cli.Tests.Running;

/// <summary>Real tables and images, which lie in shared/data beside the repository where they have been fetched.</summary>
internal static class SharedData
{
    /// <summary>The path of a file or folder; the test is skipped where it is absent.</summary>
    public static string PathOf(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "data", name);
            if (Path.Exists(path)) { return path; }
        }
        Assert.Skip($"shared/data/{name} is not beside the repository.");
        return "";
    }
}
