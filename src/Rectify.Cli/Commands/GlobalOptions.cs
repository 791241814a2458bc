using System.CommandLine;
using Rectify.Cli.Settings;

namespace Rectify.Cli.Commands;

/// <summary>Options that every command takes.</summary>
internal static class GlobalOptions
{
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Prints one JSON object on standard output, and nothing else there.", Arity = ArgumentArity.Zero, Recursive = true,
    };

    public static Option<bool> NoColor { get; } = new("--no-color")
    {
        Description = "Writes without colours.", Arity = ArgumentArity.Zero, Recursive = true,
    };

    public static Option<string> Verbosity { get; } = new("--verbosity", "-v")
    {
        Description = "quiet leaves progress out. [normal]", HelpName = "quiet|normal", Recursive = true,
    };

    /// <summary>Whether progress is left out; read where nothing else may be right of what was typed, so it throws nothing.</summary>
    public static bool IsQuiet(ParseResult parsed) => VerbosityOf(parsed) == "quiet";

    /// <exception cref="UsageException">The verbosity is none.</exception>
    public static void Check(ParseResult parsed)
        => new SettingText("--verbosity", VerbosityOf(parsed)).OneOf(("quiet", true), ("normal", true));

    private static string VerbosityOf(ParseResult parsed) => parsed.GetResult(Verbosity)?.Tokens.LastOrDefault()?.Value ?? "normal";
}
