namespace Rectify.Tests.Documents;

/// <summary>A file of the repository that is written by code, wholly or in part.</summary>
/// <param name="Path">From the root, with slashes.</param>
/// <param name="Write">From the text that is there to the text that should be.</param>
internal sealed record Document(string Path, Func<string, string> Write)
{
    /// <summary>Every such file, once.</summary>
    public static IReadOnlyList<Document> All { get; } =
    [
        new("docs/activations.md", _ => ActivationPage.Write()),
        new("docs/health.md", _ => HealthPage.Write()),
        new("src/Rectify.Reports/Atlas/measured.csv", _ => MeasuredFile.Write()),
        new("README.md", Snippets.Replace),
        new("README.zh.md", Snippets.Replace),
    ];
}
