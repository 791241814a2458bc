using System.CommandLine;
using Rectify.Cli.Settings;
using Rectify.Reports.Languages;

namespace Rectify.Cli.Commands;

/// <summary>--lang: the language of a report; by itself that of the system, where there are words in it.</summary>
internal static class LanguageOption
{
    // In the order in which the C library asks them.
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public static Option<string> Create() => new("--lang")
    {
        Description = $"The language of the report: {string.Join(", ", Words.Languages)}. By itself the system's.", HelpName = "language",
    };

    /// <exception cref="UsageException">There is no such language.</exception>
    public static Words Read(ParseResult parsed, Option<string> option) => parsed.GetValue(option) is { } typed
        ? Words.Of(new SettingText(option.Name, typed).OneOf([.. Words.Languages.Select(language => (language, language))]))
        : OfSystem();

    /// <summary>The system's, which says it as zh_CN.UTF-8.</summary>
    public static Words OfSystem()
    {
        string system = Variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return Words.Of(Words.Languages.FirstOrDefault(language => system.StartsWith(language, StringComparison.OrdinalIgnoreCase), "en"));
    }
}
