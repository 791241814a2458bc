using System.CommandLine;
using System.Text.Json.Nodes;
using Rectify.Activations;
using Rectify.Cli.Output;
using Rectify.Cli.Reports;
using Rectify.Reports.Atlas;
using Rectify.Reports.Languages;
using Rectify.Reports.Pages;

namespace Rectify.Cli.Commands;

/// <summary>rectify atlas: a page of every activation, or one of its cards as a figure.</summary>
internal static class AtlasCommand
{
    public static Command Create()
    {
        PageOptions options = new(
            "[atlas.html, or the activation's name]", "Writes the drawings of one activation only, e.g. relu.", "activation",
            () => ActivationCatalog.All.Select(entry => entry.Info.Name));
        Command command = new("atlas", "Writes a page of every activation: its curve, its derivative, where it is flat, when it fails.");
        options.AddTo(command);
        command.SetAction(parsed
            => Run(Terminal.Of(parsed), options.PathOf(parsed), options.FigureOf(parsed)));
        return command;
    }

    private static int Run(Terminal terminal, string? path, string? figure)
    {
        string place = PageOptions.FileAt(path ?? (figure is null ? "atlas.html" : $"{figure}.{PageOptions.SvgFormat}"));
        if (figure is null) { ReportFile.WriteAtlas(place, terminal.Words); }
        else { ReportFile.WriteText(place, FigureFile.Svg(new ActivationPortrait(ActivationCatalog.Find(figure)), terminal.Words)); }

        terminal.Say("wrote", place);
        JsonObject json = new() { ["atlas"] = place, ["activations"] = figure is null ? ActivationCatalog.All.Count : 1 };
        if (figure is not null) { json["figure"] = figure; }
        terminal.Json(json);
        return ExitCode.Success;
    }
}
