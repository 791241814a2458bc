using System.CommandLine;
using Rectify.Cli.Output;
using Rectify.Cli.Settings;

namespace Rectify.Cli.Commands;

/// <summary>rectify demo: images that the program draws itself, training, a verdict; no files needed.</summary>
internal static class DemoCommand
{
    private const string Epochs = "25";
    private static readonly string[] Settings = ["--epochs", "--seed", "--threads", "--out", "--overwrite"];

    // What is not typed: enough to see it learn, and short.
    private static readonly ConfigFile Usual = new("", null, new Dictionary<string, IReadOnlyList<string>> { ["epochs"] = [Epochs] });

    public static Command Create()
    {
        Command command = new(
            "demo", "Trains a convolutional network on digits that it draws itself, and gives a health verdict. Needs no files.");
        TrainArguments arguments = new(command, setting => Settings.Contains(setting.Name));
        command.SetAction((parsed, cancellation) => Run(Terminal.Of(parsed), arguments.Read(parsed, Usual), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, TrainRequest request, CancellationToken cancellation)
    {
        terminal.Say("demo", "digits drawn by the program, each of its own shape and place; the same as: rectify train digits "
            + $"--epochs {request.Options.Epochs}");
        TrainSession session = await TrainSession.Begin(terminal, DataSource.Digits, request, cancellation);
        int exit = session.Train(cancellation);
        if (exit != ExitCode.Success) { return exit; }
        terminal.Say("next", "your own table: rectify train churn.csv --target churned");
        terminal.Say("your own images, a folder for each class: rectify train photos");
        return exit;
    }
}
