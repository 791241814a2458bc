using Rectify.Reports.Languages;

namespace Rectify.Cli.Commands;

/// <summary>The language of the system, where there are words in it.</summary>
internal static class SystemLanguage
{
    // In the order in which the C library asks them.
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Its words; English ones where there are none. It calls itself zh_CN.UTF-8, say.</summary>
    public static Words Read()
    {
        string system = Variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return Words.Of(Words.Languages.FirstOrDefault(
            language => system.StartsWith(language, StringComparison.OrdinalIgnoreCase), "en"));
    }
}
