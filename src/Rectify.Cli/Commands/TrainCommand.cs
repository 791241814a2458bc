using System.CommandLine;
using Rectify.Cli.Output;
using Rectify.Cli.Settings;
using Rectify.Data;
using Rectify.Training;

namespace Rectify.Cli.Commands;

/// <summary>rectify train: from data, or from where an earlier run stopped, to a trained network with a verdict.</summary>
internal sealed class TrainCommand
{
    private readonly TrainArguments _arguments;
    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Says what would be trained, and stops.", Arity = ArgumentArity.Zero,
    };
    private readonly Option<string> _resume = new("--resume")
    {
        Description = "Goes on with a run that was stopped or killed, as if it never had been: takes all but --epochs, --threads and "
            + "--max-time from the run, and --lr after it diverged.",
        HelpName = "run",
    };

    private TrainCommand(Command command)
    {
        _arguments = TrainArguments.WithData(command, _ => true);
        command.Options.Add(_resume);
        command.Options.Add(_dryRun);
        command.SetAction((parsed, cancellation) => parsed.GetValue(_resume) is { } run
            ? Resume(parsed, run, cancellation)
            : Begin(parsed, cancellation));
    }

    public static Command Create()
    {
        Command command = new("train", "Trains a network on a table or on images, and says whether it is healthy.");
        _ = new TrainCommand(command);
        return command;
    }

    private async Task<int> Begin(ParseResult parsed, CancellationToken cancellation)
    {
        (string data, TrainRequest request) = _arguments.ReadWithData(parsed);
        DataSource.CheckTarget("train", data, request);
        TrainSession session = await TrainSession.Begin(Terminal.Of(parsed), data, request, cancellation);
        return parsed.GetValue(_dryRun) ? session.Stop() : session.Train(cancellation);
    }

    private async Task<int> Resume(ParseResult parsed, string path, CancellationToken cancellation)
    {
        using RunFolder run = RunFolder.Resume(path);
        (string data, TrainRequest request) = _arguments.ReadToResume(parsed, run);
        Checkpoint? from = run.ReadCheckpoint();
        if (from is not { HasDiverged: true } && _arguments.Has(parsed, s => s.OnResume == Resumption.AfterDivergence))
        {
            throw new UsageException($"--lr can change only after a run diverged, and {run.Path} has not. Leave it out, or train anew.");
        }
        TrainSession session = await TrainSession.Begin(Terminal.Of(parsed), data, request, cancellation);
        return parsed.GetValue(_dryRun) ? session.Stop() : session.Resume(run, from, cancellation);
    }
}
