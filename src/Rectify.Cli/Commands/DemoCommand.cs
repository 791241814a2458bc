using System.CommandLine;
using Rectify.Cli.Output;
using Rectify.Cli.Settings;
using Rectify.Data;
using Rectify.Networks;

namespace Rectify.Cli.Commands;

/// <summary>rectify demo: data that the program makes itself, training, a verdict; no files needed.</summary>
internal static class DemoCommand
{
    private const string Set = "spirals";

    public static Command Create(Terminal terminal)
    {
        Command command = new("demo", "Trains on two spirals that it makes itself, and gives a health verdict. Needs no files.");
        Option<string> seed = new("--seed") { Description = "Where all random numbers come from. [42]", HelpName = "number" };
        Option<string> output = new("--out") { Description = "The run folder; runs/NNNN-name.", HelpName = "folder" };
        Option<bool> overwrite = new("--overwrite") { Description = "Replaces the run that --out holds." };
        foreach (Option option in (Option[])[seed, output, overwrite, CommandOptions.Json()]) { command.Options.Add(option); }
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            terminal, new SettingText("--seed", parsed.GetValue(seed) ?? "42").Seed(), parsed.GetValue(output), parsed.GetValue(overwrite), cancellation)));
        return command;
    }

    private static int Run(Terminal terminal, ulong seed, string? output, bool overwrite, CancellationToken cancellation)
    {
        TrainRequest defaults = new TrainRequest().Complete();
        TrainRequest request = defaults with
        {
            Target = "class",
            Options = defaults.Options with { Seed = seed, Design = new MlpDesign { Hidden = [64, 64] } },
            Out = output,
            Overwrite = overwrite,
            Texts = new Dictionary<string, IReadOnlyList<string>> { ["seed"] = [$"{seed}"] },
        };
        terminal.Say("demo", "two spirals that no straight line can part; the same as: rectify train spirals");
        TrainSession session = new(terminal, Set, SyntheticData.Make(Set, seed), request);
        session.Announce();
        int exit = session.Train(cancellation);
        terminal.Say("next", "your own table: rectify train churn.csv --target churned");
        return exit;
    }
}
