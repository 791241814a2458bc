namespace Rectify.Faults;

/// <summary>A folder of core: how many faults are planted in each of its files, and which tests are asked first.</summary>
/// <param name="Name">The folder, from src/Rectify.</param>
/// <param name="PerFile">How many; null for all there can be.</param>
/// <param name="Tests">Classes of tests that know the room best, from tests/Rectify.Tests; * stands for any.</param>
internal sealed record Room(string Name, int? PerFile, params string[] Tests)
{
    /// <summary>As shown to people.</summary>
    public string Title => Name == "" ? "beside the rooms" : Name;

    /// <summary>Whether every fault has to be noticed here: nothing above can be right where this is wrong.</summary>
    public bool IsStrict => Name.StartsWith("Kernels", StringComparison.Ordinal) || Name == "Training/Optimizers";

    /// <summary>Whether a file lies here or in a folder below.</summary>
    public bool Holds(string path) => Name == "" ? !path.Contains('/') : path.StartsWith(Name + "/", StringComparison.Ordinal);
}
