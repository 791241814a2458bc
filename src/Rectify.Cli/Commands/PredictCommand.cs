using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rectify.Cli.Output;
using Rectify.Cli.Settings;
using Rectify.Data;
using Rectify.Models;

namespace Rectify.Cli.Commands;

/// <summary>rectify predict: a CSV with one line per row of the data, in its order: the prediction, then the share of each class.</summary>
internal static class PredictCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("predict", "Predicts every row of a table, as CSV: the prediction, then p_<class>.");
        Argument<string> model = CommandOptions.Model(), data = CommandOptions.Data();
        Option<string> output = new("-o", "--output") { Description = "The file to write; standard output without it.", HelpName = "out.csv" };
        Option<string> seed = new("--seed") { Description = "Of a set the program makes. [42]", HelpName = "number" };
        command.Arguments.Add(model);
        command.Arguments.Add(data);
        command.Options.Add(output);
        command.Options.Add(seed);
        command.Options.Add(CommandOptions.Json());
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            terminal, parsed.GetRequiredValue(model), parsed.GetRequiredValue(data), parsed.GetValue(output), new SettingText("--seed", parsed.GetValue(seed) ?? "42").Seed(), cancellation)));
        return command;
    }

    private static int Run(Terminal terminal, string path, string data, string? output, ulong seed, CancellationToken cancellation)
    {
        if (terminal.IsJson && output is null) { throw new UsageException("predict --json needs -o out.csv: the predictions themselves are CSV, and standard output is for the JSON object."); }
        Model model = SavedModel.Load(path);
        Table table = SavedModel.ReadTable(model, data, seed);
        IEnumerable<Prediction> predictions = model.Predict(table);
        if (output is null) { Write(Console.Out, model, predictions, cancellation); }
        else
        {
            Files.Replace(output, stream =>
            {
                using StreamWriter writer = new(stream, new UTF8Encoding(false), leaveOpen: true);
                Write(writer, model, predictions, cancellation);
            });
            terminal.Say("wrote", string.Create(CultureInfo.InvariantCulture, $"{output}  {table.RowCount:N0} predictions of {model.Pipeline.Target.Name}"));
        }
        terminal.Json(new JsonObject { ["model"] = SavedModel.PathOf(path), ["rows"] = table.RowCount, ["output"] = output });
        return ExitCode.Success;
    }

    private static void Write(TextWriter writer, Model model, IEnumerable<Prediction> predictions, CancellationToken cancellation)
    {
        writer.WriteLine(string.Join(',', (string[])["prediction", .. model.Labels.Select(l => Quoted("p_" + l))]));
        foreach (Prediction prediction in predictions)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Write(prediction.Label is { } label ? Quoted(label) : prediction.Value.ToString("G9", CultureInfo.InvariantCulture));
            foreach (float share in prediction.Shares)
            {
                writer.Write(',');
                writer.Write(share.ToString(CultureInfo.InvariantCulture));
            }
            writer.WriteLine();
        }
    }

    // RFC 4180: a cell with a comma, a quote or a line break stands in quotes, and its own quotes are doubled.
    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;
}
