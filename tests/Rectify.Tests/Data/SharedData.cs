using Rectify.Data;

namespace Rectify.Tests.Data;

/// <summary>The real tables, which lie in shared/data beside the repository where they have been fetched.</summary>
internal static class SharedData
{
    public static Table Read(string name, CsvOptions? options = null) => CsvTable.Read(PathOf(name), options);

    public static string PathOf(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(path)) { return path; }
        }
        Assert.Skip($"shared/data/{name} is not beside the repository.");
        return "";
    }
}
