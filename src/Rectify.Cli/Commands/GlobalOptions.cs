using System.CommandLine;
using Rectify.Cli.Settings;
using Rectify.Reports.Languages;

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

    public static Option<string> Language { get; } = new("--lang")
    {
        Description = $"The language of results and reports: {string.Join(", ", Words.Languages)}. [the system's]", HelpName = "language",
        Recursive = true,
    };

    /// <summary>Whether progress is left out; read where nothing else may be right of what was typed, so it throws nothing.</summary>
    public static bool IsQuiet(ParseResult parsed) => VerbosityOf(parsed) == "quiet";

    /// <summary>The words that were asked for; the system's where none were, or none that there are, so it throws nothing either.</summary>
    public static Words WordsOf(ParseResult parsed)
        => LastOf(parsed, Language) is { } typed && Words.Languages.Contains(typed) ? Words.Of(typed) : SystemLanguage.Read();

    /// <exception cref="UsageException">The verbosity is none, or the language.</exception>
    public static void Check(ParseResult parsed)
    {
        new SettingText("--verbosity", VerbosityOf(parsed)).OneOf(("quiet", true), ("normal", true));
        if (LastOf(parsed, Language) is { } typed)
        {
            new SettingText(Language.Name, typed).OneOf([.. Words.Languages.Select(language => (language, true))]);
        }
    }

    private static string VerbosityOf(ParseResult parsed) => LastOf(parsed, Verbosity) ?? "normal";

    private static string? LastOf(ParseResult parsed, Option<string> option)
        => parsed.GetResult(option)?.Tokens.LastOrDefault()?.Value;
}
