using System.CommandLine;
using System.Globalization;
using Rectify.Cli.Output;
using Rectify.Cli.Reports;
using Rectify.Cli.Settings;
using Rectify.Data;
using Rectify.Health;
using Rectify.Training;
using Spectre.Console;

namespace Rectify.Cli.Commands;

/// <summary>rectify inspect: what is in the data, what train would do with it, and how the network would start.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        Command command = new(
            "inspect", "Shows what is in a table or among images, what train would do with it, and how the network would start.");
        TrainArguments arguments = TrainArguments.WithData(command, setting => !setting.IsOfOneRun);
        command.SetAction((parsed, cancellation) =>
        {
            (string data, TrainRequest request) = arguments.ReadWithData(parsed);
            return Abandonable.Run(() => Run(Terminal.Of(parsed), data, request, cancellation), cancellation);
        });
        return command;
    }

    private static int Run(Terminal terminal, string data, TrainRequest request, CancellationToken cancellation)
    {
        MemoryLimit.Hold(request.MaxMemory);
        bool knowsWhat = request.Target is not null || request.Options.Task == TaskKind.Reconstruction;
        if (!knowsWhat && DataSource.KindOf(data) == DataKind.TableFile) { SayTable(terminal, data, request, cancellation); }
        else
        {
            ModelTraining training = DataSource.Prepare(data, request, cancellation);
            UnusedSetting.Warn(terminal, data, request);
            SayTraining(terminal, training, request, cancellation);
        }
        return ExitCode.Success;
    }

    private static void SayTable(Terminal terminal, string data, TrainRequest request, CancellationToken cancellation)
    {
        Data.Table table = DataSource.ReadTable(data, request.Csv, request.Options.Seed, cancellation);
        InputChoice choice = InputChoice.Make(table);
        IReadOnlyList<ColumnSummary> columns = ColumnSummary.Of(choice.Columns);
        terminal.Show(ColumnTable(terminal, columns));
        terminal.Say("data", Invariant($"{table.RowCount:N0} rows · {columns.Count} columns"));
        terminal.Say(table.Notices.Concat(choice.Notices));
        terminal.Say("next", "name the column to learn to see what train would do: --target NAME, or --target last");
        terminal.Json(InspectJson.Of(table.RowCount, InspectJson.Columns(columns), forecast: null, health: null));
    }

    private static void SayTraining(
        Terminal terminal, ModelTraining training, TrainRequest request, CancellationToken cancellation)
    {
        SampleSource probe = Probe.Draw(training.Training, request.Options.Seed);
        ulong seed = request.Options.Seed;
        StartForecast forecast = StartForecast.Of(training.Model.Network, training.Initializer, probe, seed, cancellation);
        HealthEvidence facts = TrainingFacts.Of(training, forecast.BornDead);
        HealthReport health = HealthReport.Of(facts with { LayersAtStart = [.. forecast.Layers.Select(l => l.Census)] });

        if (training.Data is TableData table) { terminal.Show(ColumnTable(terminal, ColumnSummary.Of(table.Plan.Columns))); }
        else if (training.Data.Labels.Count > 0) { terminal.Show(ClassTable(terminal, training.Data)); }
        TrainSummary.Say(terminal, training, request);
        foreach (StartForecast.Layer layer in forecast.Layers) { terminal.Say("start", StartLines.Of(layer, forecast.BornDead.Rows)); }
        if (StartLines.IsWorthSaying(forecast.BornDead)) { terminal.Say("start", StartLines.Of(forecast.BornDead, training.Design)); }
        foreach (Finding finding in health.Findings) { terminal.Say("finding", HealthLines.Of(finding)); }
        terminal.Json(InspectJson.Of(training.Data, forecast, health));
    }

    private static Spectre.Console.Table ColumnTable(Terminal terminal, IReadOnlyList<ColumnSummary> columns)
    {
        Spectre.Console.Table table = terminal.Table("column", "type", "missing", "distinct", "use", "values");
        foreach (ColumnSummary column in columns)
        {
            string[] cells =
            [
                column.Name, terminal.Words.Say(column.Type.ToString().ToLowerInvariant()),
                Invariant($"{column.Missing:N0}"), Invariant($"{column.Distinct:N0}"), terminal.Words.Say(column.Use),
                Values(terminal, column),
            ];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }
        return table;
    }

    private static Spectre.Console.Table ClassTable(Terminal terminal, LearningData data)
    {
        Spectre.Console.Table table = terminal.Table("class", "training images");
        foreach ((string label, int count) in data.Labels.Zip(data.ClassCounts))
        {
            table.AddRow(new Text(label), new Text(Invariant($"{count:N0}")));
        }
        return table;
    }

    private static string Values(Terminal terminal, ColumnSummary column)
    {
        if (column.Type != ColumnType.Number || double.IsNaN(column.Mean))
        {
            return string.Join(", ", column.Top.Select(t => Invariant($"{t.Label} {t.Count:N0}")));
        }
        string outliers = column.Outliers > 0 ? Invariant($" · {column.Outliers:N0} outliers") : "";
        string range = Invariant($"{column.Minimum:G4} … {column.Maximum:G4}, mean {column.Mean:G4} ± {column.Deviation:G3}{outliers}");
        return terminal.Words.Say(range);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
