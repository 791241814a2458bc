namespace Rectify.Data;

/// <summary>An IDX file's name as those who copied MNIST's files write it: train-images-idx3-ubyte.gz, t10k-images.idx3-ubyte.</summary>
/// <param name="Path">The whole path.</param>
internal sealed record IdxName(string Path)
{
    /// <summary>The name without folders, as messages call it.</summary>
    public string File => System.IO.Path.GetFileName(Path);

    /// <summary>The name without folders and .gz, with dashes for dots: the same for all spellings of one set.</summary>
    public string Plain { get; } = Plainly(System.IO.Path.GetFileName(Path));

    public bool IsImages => Plain.EndsWith("images-idx3-ubyte", StringComparison.Ordinal);
    public bool IsTraining => Plain.Contains("train", StringComparison.Ordinal);
    public bool IsTest => Plain.Contains("t10k", StringComparison.Ordinal) || Plain.Contains("test", StringComparison.Ordinal);

    /// <summary>What the labels file beside an images file is called, in the usual spelling; null where the name does not say.</summary>
    public string? Labels => Plain.Contains("images", StringComparison.Ordinal)
        ? Plain.Replace("images", "labels", StringComparison.Ordinal).Replace("idx3", "idx1", StringComparison.Ordinal)
        : null;

    /// <summary>The images files of a folder, one for each set: the unpacked one where both are there.</summary>
    public static IdxName[] ImagesIn(string folder)
        => [.. In(folder).Where(name => name.IsImages).DistinctBy(name => name.Plain)];

    /// <summary>The labels file that lies beside an images file, or null.</summary>
    public IdxName? FindLabels()
        => Labels is { } labels ? In(Folders.ParentOf(Path)).FirstOrDefault(name => name.Plain == labels) : null;

    // In ordinal order a name comes before the same name with .gz.
    private static IEnumerable<IdxName> In(string folder) => Folders.Files(folder).Select(path => new IdxName(path));

    private static string Plainly(string name)
    {
        string lower = name.ToLowerInvariant();
        return (lower.EndsWith(".gz", StringComparison.Ordinal) ? lower[..^3] : lower).Replace('.', '-');
    }
}
