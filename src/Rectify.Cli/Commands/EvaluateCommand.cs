using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Rectify.Cli.Output;
using Rectify.Cli.Reports;
using Rectify.Cli.Settings;
using Rectify.Data;
using Rectify.Models;
using Rectify.Training;
using Spectre.Console;

namespace Rectify.Cli.Commands;

/// <summary>rectify evaluate: metrics and confusion matrix of a saved model on any rows whose target is known.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("evaluate", "Judges a model on a table whose target is known: metrics, confusion matrix.");
        Argument<string> model = CommandOptions.Model(), data = CommandOptions.Data();
        Option<string> seed = new("--seed") { Description = "Of a set the program makes. [42]", HelpName = "number" };
        command.Arguments.Add(model);
        command.Arguments.Add(data);
        command.Options.Add(seed);
        command.Options.Add(CommandOptions.Json());
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(model), parsed.GetRequiredValue(data), new SettingText("--seed", parsed.GetValue(seed) ?? "42").Seed()));
        return command;
    }

    private static int Run(Terminal terminal, string path, string data, ulong seed)
    {
        Model model = SavedModel.Load(path);
        BoundPipeline rows = model.Pipeline.Bind(SavedModel.ReadTable(model, data, seed));
        if (!rows.HasTarget)
        {
            throw new DataException($"{rows.Table.Name} has no column \"{model.Pipeline.Target.Name}\" to judge by. Add it, or use rectify predict.");
        }
        SampleSource known = rows.ToSource().Take([.. rows.RowsWithTarget]);
        if (known.Count == 0) { throw new DataException($"{rows.Table.Name} has no row whose \"{model.Pipeline.Target.Name}\" the model knows: there is nothing to judge by."); }

        Score score = Scorer.Score(model, known, LossCatalog.Find(model.Loss).Create(0, null));
        terminal.Say(rows.Notices);
        foreach ((string label, string text) in Lines(score, rows.RowCount - known.Count)) { terminal.Say(label, text); }
        if (score is ClassScore classes) { terminal.Show(ConfusionTable(model.Labels, classes)); }
        JsonObject json = new() { ["model"] = SavedModel.PathOf(path), ["rows"] = known.Count, ["metrics"] = ScoreJson.Of(score) };
        if (score is ClassScore confusion) { json["confusion"] = ScoreJson.Confusion(model.Labels, confusion); }
        terminal.Json(json);
        return ExitCode.Success;
    }

    private static IEnumerable<(string Label, string Text)> Lines(Score score, int unknown)
    {
        yield return ("rows", Invariant($"{score.Rows:N0}") + (unknown > 0 ? Invariant($" · {unknown:N0} left out, whose target is missing or unknown to the model") : ""));
        yield return ("loss", Invariant($"{score.Loss:F4}"));
        switch (score)
        {
            case ClassScore c: yield return ("score", Invariant($"accuracy {c.Accuracy:F3} · balanced accuracy {c.BalancedAccuracy:F3}")); break;
            case NumberScore n: yield return ("score", Invariant($"R² {n.R2:F3} · rmse {n.Rmse:G4} · mae {n.Mae:G4}")); break;
        }
    }

    private static Spectre.Console.Table ConfusionTable(IReadOnlyList<string> labels, ClassScore score)
    {
        Spectre.Console.Table table = new() { Border = TableBorder.Simple };
        table.AddColumn("true \\ predicted");
        foreach (string label in labels) { table.AddColumn(new TableColumn(new Text(label)).RightAligned()); }
        foreach ((int row, string label) in labels.Index())
        {
            table.AddRow([new Text(label), .. score.Confusion[row].Select(n => new Text(Invariant($"{n:N0}")))]);
        }
        return table;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
