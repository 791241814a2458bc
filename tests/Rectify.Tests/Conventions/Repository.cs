namespace Rectify.Tests.Conventions;

/// <summary>The files that this test program was built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Rectify.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder, given from the root with slashes.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>Every C# file that people write, in all projects.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
    [
        .. from folder in (string[])["src", "tests", "benchmarks", "samples"]
           from path in Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
           let relative = Path.GetRelativePath(Root, path).Replace('\\', '/')
           where !relative.Split('/').Any(part => part is "bin" or "obj") && !relative.EndsWith(".g.cs")
           orderby relative
           select new SourceFile(relative, File.ReadAllLines(path)),
    ];

    /// <summary>The commands of the project, which lie beside all projects.</summary>
    public static SourceFile Script { get; } = new("dev.cs", File.ReadAllLines(PathOf("dev.cs")));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rectify.slnx"))) { folder = folder.Parent; }
        return folder?.FullName ?? throw new InvalidOperationException(
            $"No folder above '{AppContext.BaseDirectory}' holds Rectify.slnx: run the tests where they were built.");
    }
}
