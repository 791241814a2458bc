using System.CommandLine;
using System.Text.Json.Nodes;
using Rectify.Cli.Output;
using Rectify.Cli.Reports;
using Rectify.Comparisons;
using Rectify.Reports.Comparisons;
using Rectify.Reports.Languages;
using Rectify.Reports.Pages;
using Rectify.Reports.Runs;
using Rectify.Training;

namespace Rectify.Cli.Commands;

/// <summary>rectify report: a page about a run, or about several side by side, or one of its figures.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        Argument<string[]> runs = new("run")
        {
            Description = "The folder of a run, or of a comparison; of several runs, they stand side by side.",
            Arity = ArgumentArity.OneOrMore,
        };
        PageOptions options = new(
            "[report.html, or the figure's name, in the first run's folder]",
            $"Writes one figure only: {string.Join(", ", FigureFile.Names)}.", "name", () => FigureFile.Names);
        Command command = new("report", "Writes a page about a run that stands alone: verdict, figures with their tables, what to do.")
        {
            runs,
        };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            (string? figure, string? path) = (options.FigureOf(parsed), options.PathOf(parsed));
            string[] folders = parsed.GetRequiredValue(runs);
            return Abandonable.Run(() => Run(Terminal.Of(parsed), folders, path, figure), cancellation);
        });
        return command;
    }

    private static int Run(Terminal terminal, string[] folders, string? path, string? figure)
    {
        if (folders is [var only] && ComparisonFolder.IsComparison(only)) { return Run(terminal, only, path, figure); }
        RunStory[] runs = [.. folders.Select(ReportFile.Read)];
        string place = PageOptions.FileAt(path ?? (figure is null
            ? RunFolder.Open(folders[0]).ReportPath
            : Path.Combine(folders[0], $"{figure}.{PageOptions.SvgFormat}")));
        if (figure is null) { ReportFile.Write(place, runs, terminal.Words); }
        else { ReportFile.WriteText(place, FigureFile.Svg(figure, runs, terminal.Words)); }

        terminal.Say("wrote", place);
        JsonObject json = new() { ["report"] = place, ["runs"] = new JsonArray([.. folders.Select(folder => (JsonNode)folder)]) };
        if (figure is not null) { json["figure"] = figure; }
        terminal.Json(json);
        return ExitCode.Success;
    }

    private static int Run(Terminal terminal, string comparison, string? path, string? figure)
    {
        if (figure is not null) { throw new UsageException($"--figure is of runs, and {comparison} is a comparison: leave it out."); }
        using ComparisonFolder folder = ComparisonFolder.Open(comparison);
        string place = PageOptions.FileAt(path ?? folder.PagePath);
        ReportFile.Write(place, ComparisonReader.Read(comparison), terminal.Words);
        terminal.Say("wrote", place);
        terminal.Json(new JsonObject { ["report"] = place, ["comparison"] = comparison });
        return ExitCode.Success;
    }
}
