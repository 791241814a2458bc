using System.CommandLine;
using Rectify.Cli.Output;
using Rectify.Cli.Settings;
using Rectify.Data;

namespace Rectify.Cli.Commands;

/// <summary>rectify train: from data to a trained network with a verdict.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        Command command = new("train", "Trains a network on a table or on images, and says whether it is healthy.");
        TrainArguments arguments = TrainArguments.WithData(command, _ => true);
        Option<bool> dryRun = new("--dry-run") { Description = "Says what would be trained, and stops.", Arity = ArgumentArity.Zero };
        command.Options.Add(dryRun);
        command.SetAction((parsed, cancellation) =>
        {
            (string data, TrainRequest request) = arguments.ReadWithData(parsed);
            CheckTarget(data, request);
            return Run(Terminal.Of(parsed), data, request, parsed.GetValue(dryRun), cancellation);
        });
        return command;
    }

    private static async Task<int> Run(Terminal terminal, string data, TrainRequest request, bool dryRun, CancellationToken cancellation)
    {
        TrainSession session = await Abandonable.Run(() => new TrainSession(terminal, data, request, cancellation), cancellation);
        session.Announce();
        return dryRun ? session.Stop() : session.Train(cancellation);
    }

    // Images, and the sets the program makes, know their target; a table does not.
    private static void CheckTarget(string data, TrainRequest request)
    {
        bool isKnown = request.Target is not null || request.Options.Task == TaskKind.Reconstruction;
        if (isKnown || DataSource.KindOf(data) != DataKind.TableFile) { return; }
        DataSource.CheckIsThere(data);
        throw new UsageException(
            "train needs --target: the column to learn, or 'last' for the last one. rectify inspect shows the columns.");
    }
}
