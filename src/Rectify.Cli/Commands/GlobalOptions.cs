using System.CommandLine;
using Rectify.Cli.Settings;

namespace Rectify.Cli.Commands;

/// <summary>Options that every command takes.</summary>
internal static class GlobalOptions
{
    public static Option<bool> Json { get; } = new("--json") { Description = "Prints one JSON object on standard output, and nothing else there.", Recursive = true };

    public static Option<bool> NoColor { get; } = new("--no-color") { Description = "Writes without colours.", Recursive = true };

    public static Option<string> Verbosity { get; } = new("--verbosity", "-v")
    {
        Description = "quiet leaves progress out. [normal]", HelpName = "quiet|normal", Recursive = true,
    };

    /// <exception cref="UsageException">The verbosity is none.</exception>
    public static bool IsQuiet(ParseResult parsed)
        => new SettingText("--verbosity", parsed.GetValue(Verbosity) ?? "normal").OneOf(("quiet", true), ("normal", false));
}
