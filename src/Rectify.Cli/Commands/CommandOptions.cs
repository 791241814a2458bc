using System.CommandLine;

namespace Rectify.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommandOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Prints one JSON object on standard output, and nothing else there." };

    public static Argument<string> Data() => new("data") { Description = Settings.DataSource.Help };

    public static Argument<string> Model() => new("model") { Description = "A model file, or the folder of a run." };
}
