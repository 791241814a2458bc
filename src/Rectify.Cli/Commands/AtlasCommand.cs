using System.CommandLine;
using System.Text.Json.Nodes;
using Rectify.Cli.Output;
using Rectify.Cli.Reports;
using Rectify.Cli.Settings;
using Rectify.Data;
using Rectify.Reports.Atlas;
using Rectify.Reports.Languages;
using Rectify.Reports.Pages;

namespace Rectify.Cli.Commands;

/// <summary>rectify atlas: a page of every activation, or one of its cards as a figure.</summary>
internal sealed class AtlasCommand
{
    private const string SvgFormat = "svg";

    private readonly Option<string> _out = new("--out", "-o")
    {
        Description = "The file to write. [atlas.html, or the activation's name]", HelpName = "file",
    };
    private readonly Option<string> _figure = new("--figure")
    {
        Description = "Writes the drawings of one activation only, e.g. relu.", HelpName = "activation",
    };
    private readonly Option<string> _format = new("--format") { Description = "Of a figure. [svg]", HelpName = SvgFormat };
    private readonly Option<string> _language = LanguageOption.Create();

    private AtlasCommand(Command command)
    {
        command.Options.Add(_out);
        command.Options.Add(_figure);
        command.Options.Add(_format);
        command.Options.Add(_language);
        command.SetAction(parsed => Run(
            Terminal.Of(parsed), parsed.GetValue(_out), FigureOf(parsed), LanguageOption.Read(parsed, _language)));
    }

    public static Command Create()
    {
        Command command = new("atlas", "Writes a page of every activation: its curve, its derivative, where it is flat, when it fails.");
        _ = new AtlasCommand(command);
        return command;
    }

    private ActivationPortrait? FigureOf(ParseResult parsed)
    {
        string? figure = parsed.GetValue(_figure);
        if (parsed.GetValue(_format) is { } format)
        {
            if (figure is null) { throw new UsageException("--format is of one figure: name it with --figure, or leave --format out."); }
            new SettingText(_format.Name, format).OneOf((SvgFormat, true));
        }
        return figure is null
            ? null
            : new SettingText(_figure.Name, figure).OneOf([.. ActivationPortrait.All.Select(portrait => (portrait.Info.Name, portrait))]);
    }

    private static int Run(Terminal terminal, string? path, ActivationPortrait? figure, Words words)
    {
        string place = path ?? (figure is null ? "atlas.html" : $"{figure.Info.Name}.{SvgFormat}");
        if (Directory.Exists(place)) { throw new DataException($"{place} is a folder: name a file with -o."); }
        if (figure is null) { ReportFile.WriteAtlas(place, words); }
        else { ReportFile.WriteText(place, FigureFile.Svg(figure, words)); }

        terminal.Say("wrote", place);
        JsonObject json = new() { ["atlas"] = place, ["activations"] = ActivationPortrait.All.Count };
        if (figure is not null) { json["figure"] = figure.Info.Name; }
        terminal.Json(json);
        return ExitCode.Success;
    }
}
