using System.CommandLine;
using Rectify.Cli.Settings;

namespace Rectify.Cli.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class CommandSymbols
{
    private const string DefaultSeed = "42";

    public static Argument<string> Data() => new("data") { Description = DataSource.Help };

    public static Argument<string> Model() => new("model") { Description = "A model file, or the folder of a run." };

    /// <param name="use">What the seed is for.</param>
    public static Option<string> Seed(string use) => new("--seed") { Description = $"{use} [{DefaultSeed}]", HelpName = "number" };

    public static Option<string> MaxMemory() => new("--max-memory") { Description = RunSettings.MaxMemoryHelp, HelpName = "size" };

    /// <summary>Keeps the process within what was typed from now on.</summary>
    /// <exception cref="UsageException">It is no size.</exception>
    public static void HoldMemory(ParseResult parsed, Option<string> option)
        => MemoryLimit.Hold(parsed.GetValue(option) is { } text ? new SettingText(option.Name, text).Size(MemoryLimit.Least) : null);

    /// <exception cref="UsageException">It is no seed.</exception>
    public static ulong SeedOf(ParseResult parsed, Option<string> option)
        => new SettingText(option.Name, parsed.GetValue(option) ?? DefaultSeed).Seed();
}
