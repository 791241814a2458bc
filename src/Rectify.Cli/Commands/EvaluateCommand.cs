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
    public static Command Create()
    {
        Command command = new("evaluate", "Judges a model on rows or images whose target is known: metrics, confusion matrix.");
        Argument<string> model = CommandSymbols.Model(), data = CommandSymbols.Data();
        Option<string> seed = CommandSymbols.Seed("Of a set the program makes."), memory = CommandSymbols.MaxMemory();
        command.Arguments.Add(model);
        command.Arguments.Add(data);
        command.Options.Add(seed);
        command.Options.Add(memory);
        command.SetAction((parsed, cancellation) =>
        {
            (string path, string rows) = (parsed.GetRequiredValue(model), parsed.GetRequiredValue(data));
            ulong number = CommandSymbols.SeedOf(parsed, seed);
            CommandSymbols.HoldMemory(parsed, memory);
            return Abandonable.Run(() => Run(Terminal.Of(parsed), path, rows, number, cancellation), cancellation);
        });
        return command;
    }

    private static int Run(Terminal terminal, string path, string data, ulong seed, CancellationToken cancellation)
    {
        Model model = SavedModel.Load(path);
        string target = model.Pipeline.Target.Name;
        BoundPipeline rows = SavedModel.Read(model, data, seed, cancellation);
        if (!rows.HasTarget)
        {
            throw new DataException(rows is BoundImages
                ? $"{rows.Name} does not say of which class its images are. Put those of each class into a folder of its own, "
                    + "or use rectify predict."
                : $"{rows.Name} has no column \"{target}\" to judge by. Add it, or use rectify predict.");
        }
        SampleSource known = rows.ToSource().Take([.. rows.RowsWithTarget]);
        if (known.Count == 0)
        {
            string one = rows is BoundImages ? "image" : "row";
            throw new DataException($"{rows.Name} has no {one} whose \"{target}\" the model knows, so there is nothing to judge by.");
        }

        Score score = Scorer.Score(model, known, SavedModel.LossOf(model, path), cancellation: cancellation);
        terminal.Say(rows.Notices);
        foreach ((string label, string text) in Lines(score, rows.Count - known.Count)) { terminal.Say(label, text); }
        if (score is ClassScore classes) { terminal.Show(ConfusionTable(terminal, model.Labels, classes)); }
        JsonObject json = new() { ["model"] = SavedModel.PathOf(path), ["rows"] = known.Count, ["metrics"] = ScoreJson.Of(score) };
        if (score is ClassScore confusion) { json["confusion"] = ScoreJson.Confusion(model.Labels, confusion); }
        terminal.Json(json);
        return ExitCode.Success;
    }

    private static IEnumerable<(string Label, string Text)> Lines(Score score, int unknown)
    {
        string left = unknown > 0 ? Invariant($" · {unknown:N0} left out, whose target is missing or unknown to the model") : "";
        yield return ("rows", Invariant($"{score.Rows:N0}{left}"));
        yield return ("loss", Invariant($"{score.Loss:F4}"));
        switch (score)
        {
            case ClassScore c:
                yield return ("score", Invariant($"accuracy {c.Accuracy:F3} · balanced accuracy {c.BalancedAccuracy:F3}"));
                break;
            case NumberScore n: yield return ("score", Invariant($"R² {n.R2:F3} · rmse {n.Rmse:G4} · mae {n.Mae:G4}")); break;
        }
    }

    private static Spectre.Console.Table ConfusionTable(Terminal terminal, IReadOnlyList<string> labels, ClassScore score)
    {
        Spectre.Console.Table table = terminal.Table("true \\ predicted");
        foreach (string label in labels) { table.AddColumn(new TableColumn(new Text(label)).RightAligned()); }
        foreach ((int row, string label) in labels.Index())
        {
            table.AddRow([new Text(label), .. score.Confusion[row].Select(n => new Text(Invariant($"{n:N0}")))]);
        }
        return table;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
