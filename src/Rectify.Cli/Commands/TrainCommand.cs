using System.CommandLine;
using Rectify.Cli.Output;
using Rectify.Cli.Settings;
using Rectify.Data;

namespace Rectify.Cli.Commands;

/// <summary>rectify train: from a table to a trained network with a verdict.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("train", "Trains a network on a table, and says whether it is healthy.");
        Argument<string> data = CommandOptions.Data();
        Option<bool> dryRun = new("--dry-run") { Description = "Says what would be trained, and stops." };
        command.Arguments.Add(data);
        TrainArguments settings = new(command);
        command.Options.Add(new Option<string>("--config") { Description = "Options from a JSON file, as a run's run.json, for those not typed.", HelpName = "file.json" });
        command.Options.Add(dryRun);
        command.Options.Add(CommandOptions.Json());
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(terminal, parsed.GetRequiredValue(data), settings.Read(parsed), parsed.GetValue(dryRun), cancellation)));
        return command;
    }

    private static int Run(Terminal terminal, string data, TrainRequest request, bool dryRun, CancellationToken cancellation)
    {
        request = WithTarget(data, request);
        Table table = DataSource.Read(data, request.Csv, request.Options.Seed);
        TrainSession session = new(terminal, data, table, request);
        session.Announce();
        return dryRun ? session.Stop() : session.Train(cancellation);
    }

    /// <summary>The sets the program makes know their target; a table does not.</summary>
    public static TrainRequest WithTarget(string data, TrainRequest request)
    {
        if (request.Target is not null) { return request; }
        return DataSource.IsSynthetic(data)
            ? request with { Target = "class" }
            : throw new UsageException("train needs --target: the column to learn, or 'last' for the last one. rectify inspect shows the columns.");
    }
}
