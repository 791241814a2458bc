using Rectify.Tests.Conventions;

namespace Rectify.Tests.Documents;

/// <summary>Documents cannot drift from the code. <c>dotnet dev.cs docs</c> tells this test to write instead of compare.</summary>
public sealed class DocumentTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("RECTIFY_UPDATE_DOCUMENTS") == "1";

    public static TheoryData<string> Paths => [.. Document.All.Select(document => document.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_document_says_what_the_code_says(string path)
    {
        string file = Repository.PathOf(path);
        string found = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        string expected = Document.All.Single(document => document.Path == path).Write(found);
        if (Update) { File.WriteAllText(file, expected); }
        else { Assert.True(expected == found, $"{path} is stale: write it anew with 'dotnet dev.cs docs'."); }
    }
}
