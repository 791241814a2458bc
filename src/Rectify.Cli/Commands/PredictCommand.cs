using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rectify.Cli.Output;
using Rectify.Cli.Settings;
using Rectify.Data;
using Rectify.Models;

namespace Rectify.Cli.Commands;

/// <summary>rectify predict: a CSV with one line per row or image of the data, in its order: the prediction, then the share of each class;
/// of image files then their name.</summary>
internal static class PredictCommand
{
    public static Command Create()
    {
        Command command = new("predict", "Predicts every row of a table or every image, as CSV.");
        Argument<string> model = CommandSymbols.Model(), data = CommandSymbols.Data();
        Option<string> output = new("-o", "--output")
        {
            Description = "The file to write; standard output without it. Its columns: prediction; p_<class>, the share of each class; "
                + "for image files image, their name. Of a reconstruction, prediction is the mean squared error of the row's scaled "
                + "inputs: large where a row is unlike those that were learned.",
            HelpName = "out.csv",
        };
        Option<string> seed = CommandSymbols.Seed("Of a set the program makes."), memory = CommandSymbols.MaxMemory();
        command.Arguments.Add(model);
        command.Arguments.Add(data);
        command.Options.Add(output);
        command.Options.Add(seed);
        command.Options.Add(memory);
        command.SetAction((parsed, cancellation) =>
        {
            string? file = parsed.GetValue(output) is { } text ? new SettingText("-o", text).NotEmpty("a file") : null;
            if (file is null && parsed.GetValue(GlobalOptions.Json))
            {
                throw new UsageException("predict --json needs -o out.csv: standard output is for the JSON object.");
            }
            (string path, string rows) = (parsed.GetRequiredValue(model), parsed.GetRequiredValue(data));
            ulong number = CommandSymbols.SeedOf(parsed, seed);
            CommandSymbols.HoldMemory(parsed, memory);
            return Run(Terminal.Of(parsed), path, rows, file, number, cancellation);
        });
        return command;
    }

    private static async Task<int> Run(
        Terminal terminal, string path, string data, string? output, ulong seed, CancellationToken cancellation)
    {
        Model model = await Abandonable.Run(() => SavedModel.Load(path), cancellation);
        BoundPipeline rows = await Abandonable.Run(() => SavedModel.Read(model, data, seed, cancellation), cancellation);
        foreach (Notice notice in rows.Notices.Where(n => n.Kind == NoticeKind.Warning)) { terminal.Warn(notice.Text); }
        if (output is null) { await WriteToReader(model, rows, cancellation); }
        else
        {
            Files.Replace(output, stream => Write(stream, model, rows, cancellation));
            string count = rows.Count.ToString("N0", CultureInfo.InvariantCulture);
            terminal.Say("wrote", $"{output}  {count} predictions of {model.Pipeline.Target.Name}");
        }
        terminal.Json(new JsonObject { ["model"] = SavedModel.PathOf(path), ["rows"] = rows.Count, ["output"] = output });
        return ExitCode.Success;
    }

    // Left behind when an end is asked for, because a reader who does not read on makes it wait for ever. A file is not: what was
    // written of it has to be removed.
    private static async Task WriteToReader(Model model, BoundPipeline rows, CancellationToken cancellation)
    {
        try { await Abandonable.Run(() => Write(Console.OpenStandardOutput(), model, rows, cancellation), cancellation); }
        catch (OperationCanceledException)
        {
            // Whoever writes to the console, and be it standard error, waits for the lock on Console.Out, which that one still holds.
            Console.SetOut(TextWriter.Null);
            throw;
        }
    }

    private static void Write(Stream stream, Model model, BoundPipeline rows, CancellationToken cancellation)
    {
        bool areFiles = rows is BoundImages { Images.HasNames: true };
        IEnumerable<string> shares = model.Labels.Select(label => Quoted("p_" + label));
        using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.WriteLine(string.Join(',', (string[])["prediction", .. shares, .. areFiles ? ["image"] : Array.Empty<string>()]));
        foreach ((int row, Prediction prediction) in model.Predict(rows).Index())
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Write(prediction.Label is { } label ? Quoted(label) : prediction.Value.ToString("G9", CultureInfo.InvariantCulture));
            foreach (float share in prediction.Shares)
            {
                writer.Write(',');
                writer.Write(share.ToString(CultureInfo.InvariantCulture));
            }
            writer.WriteLine(areFiles ? $",{Quoted(rows.RowName(row))}" : "");
        }
    }

    // RFC 4180: a cell with a comma, a quote or a line break stands in quotes, and its own quotes are doubled.
    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;
}
