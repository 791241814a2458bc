using System.CommandLine;
using System.Text.Json.Nodes;
using Rectify.Cli.Output;
using Rectify.Cli.Reports;
using Rectify.Cli.Settings;
using Rectify.Comparisons;
using Rectify.Data;
using Rectify.Reports.Comparisons;
using Rectify.Reports.Languages;
using Rectify.Reports.Pages;
using Rectify.Reports.Runs;
using Rectify.Training;

namespace Rectify.Cli.Commands;

/// <summary>rectify report: a page about a run, or about several side by side, or one of its figures.</summary>
internal sealed class ReportCommand
{
    private const string SvgFormat = "svg";

    private readonly Argument<string[]> _runs = new("run")
    {
        Description = "The folder of a run, or of a comparison; of several runs, they stand side by side.", Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string> _out = new("--out", "-o")
    {
        Description = "The file to write. [report.html, or the figure's name, in the first run's folder]", HelpName = "file",
    };
    private readonly Option<string> _figure = new("--figure")
    {
        Description = $"Writes one figure only: {string.Join(", ", FigureFile.Names)}.", HelpName = "name",
    };
    private readonly Option<string> _format = new("--format") { Description = "Of a figure. [svg]", HelpName = SvgFormat };
    private readonly Option<string> _language = LanguageOption.Create();

    private ReportCommand(Command command)
    {
        command.Arguments.Add(_runs);
        command.Options.Add(_out);
        command.Options.Add(_figure);
        command.Options.Add(_format);
        command.Options.Add(_language);
        command.SetAction((parsed, cancellation) =>
        {
            string? figure = FigureOf(parsed);
            Words words = LanguageOption.Read(parsed, _language);
            (string[] runs, string? path) = (parsed.GetRequiredValue(_runs), parsed.GetValue(_out));
            return Abandonable.Run(() => Run(Terminal.Of(parsed), runs, path, figure, words), cancellation);
        });
    }

    public static Command Create()
    {
        Command command = new("report", "Writes a page about a run that stands alone: verdict, figures with their tables, what to do.");
        _ = new ReportCommand(command);
        return command;
    }

    private string? FigureOf(ParseResult parsed)
    {
        string? figure = parsed.GetValue(_figure);
        if (parsed.GetValue(_format) is { } format)
        {
            if (figure is null) { throw new UsageException("--format is of one figure: name it with --figure, or leave --format out."); }
            new SettingText(_format.Name, format).OneOf((SvgFormat, true));
        }
        return figure is null ? null : new SettingText(_figure.Name, figure).OneOf([.. FigureFile.Names.Select(name => (name, name))]);
    }

    private static int Run(Terminal terminal, string[] folders, string? path, string? figure, Words words)
    {
        if (folders is [var only] && ComparisonFolder.IsComparison(only)) { return Run(terminal, only, path, figure, words); }
        RunStory[] runs = [.. folders.Select(ReportFile.Read)];
        string place = path ?? (figure is null
            ? RunFolder.Open(folders[0]).ReportPath
            : Path.Combine(folders[0], $"{figure}.{SvgFormat}"));
        if (Directory.Exists(place)) { throw new DataException($"{place} is a folder: name a file with -o."); }
        if (figure is null) { ReportFile.Write(place, runs, words); }
        else { ReportFile.WriteText(place, FigureFile.Svg(figure, runs, words)); }

        terminal.Say("wrote", place);
        JsonObject json = new() { ["report"] = place, ["runs"] = new JsonArray([.. folders.Select(folder => (JsonNode)folder)]) };
        if (figure is not null) { json["figure"] = figure; }
        terminal.Json(json);
        return ExitCode.Success;
    }

    private static int Run(Terminal terminal, string comparison, string? path, string? figure, Words words)
    {
        if (figure is not null) { throw new UsageException($"--figure is of runs, and {comparison} is a comparison: leave it out."); }
        using ComparisonFolder folder = ComparisonFolder.Open(comparison);
        string place = path ?? folder.PagePath;
        if (Directory.Exists(place)) { throw new DataException($"{place} is a folder: name a file with -o."); }
        ReportFile.Write(place, ComparisonReader.Read(comparison), words);
        terminal.Say("wrote", place);
        terminal.Json(new JsonObject { ["report"] = place, ["comparison"] = comparison });
        return ExitCode.Success;
    }
}
