using System.Text.Json.Nodes;

namespace Rectify.Cli.Tests.Running;

/// <summary>How a run of the program ended: its exit code and all it said.</summary>
internal sealed record Ended(int ExitCode, string Output, string Error)
{
    /// <summary>The one object that --json promises on standard output; anything beside it fails the parse.</summary>
    public JsonObject Json => JsonNode.Parse(Output)!.AsObject();

    /// <summary>The sentence behind "error" on standard error.</summary>
    public string Sentence
        => Error.Split('\n').Single(line => line.StartsWith("error ", StringComparison.Ordinal))["error".Length..].Trim();

    public Ended Succeeds() => EndsWith(Cli.ExitCode.Success);

    public Ended EndsWith(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"ended with {ExitCode}, not {exitCode}\n{Output}\n{Error}");
        return this;
    }

    /// <summary>Ends with a code and one sentence a person can read: no stack trace, nothing of .NET in it.</summary>
    public string Refuses(int exitCode)
    {
        EndsWith(exitCode);
        Assert.DoesNotContain("   at ", Error + Output);
        Assert.DoesNotContain("Exception", Error + Output);
        Assert.Matches("[.?]$", Sentence);
        return Sentence;
    }
}
