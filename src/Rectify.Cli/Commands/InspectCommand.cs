using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Rectify.Cli.Output;
using Rectify.Cli.Reports;
using Rectify.Cli.Settings;
using Rectify.Data;
using Rectify.Health;
using Rectify.Training;
using Spectre.Console;

namespace Rectify.Cli.Commands;

/// <summary>rectify inspect: what is in a table, what train would do with it, and how the network would start.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("inspect", "Shows types, missing values, imbalance and outliers; what train would do; how the network would start.");
        Argument<string> data = CommandOptions.Data();
        command.Arguments.Add(data);
        TrainArguments settings = new(command, except: ["--out", "--overwrite"]);
        command.Options.Add(CommandOptions.Json());
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(data), settings.Read(parsed)));
        return command;
    }

    private static int Run(Terminal terminal, string data, TrainRequest request)
    {
        Data.Table table = DataSource.Read(data, request.Csv, request.Options.Seed);
        string? target = request.Target ?? (DataSource.IsSynthetic(data) ? "class" : null);
        TrainRequest full = request with { Target = target };
        TableTraining? training = target is null ? null : Prepare(table, full);
        InputChoice? choice = training is null ? InputChoice.Make(table) : null;
        IReadOnlyList<ColumnSummary> columns = ColumnSummary.Of(training?.Plan.Columns ?? choice!.Columns);

        StartForecast? forecast = null;
        HealthReport? health = null;
        if (training is not null)
        {
            SampleSource probe = Probe.Draw(training.Training, request.Options.Seed);
            forecast = StartForecast.Of(training.Model.Network, probe);
            health = HealthReport.Of(new HealthEvidence
            {
                Layers = [],
                LayersAtStart = [.. forecast.Layers.Select(l => l.Census)],
                Inputs = InputStatistics.Of(probe, training.Model.Pipeline.FeatureNames),
                Classes = [.. training.Plan.Labels.Zip(training.ClassCounts)],
            });
        }

        terminal.Show(ColumnTable(columns));
        if (training is null)
        {
            terminal.Say("data", string.Create(CultureInfo.InvariantCulture, $"{table.RowCount:N0} rows · {columns.Count} columns"));
            terminal.Say(table.Notices.Concat(choice!.Notices));
            terminal.Say("next", "name the column to learn to see what train would do: --target NAME, or --target last");
        }
        else { SayTraining(terminal, training, full, forecast!, health!); }
        terminal.Json(Json(table, columns, forecast, health));
        return ExitCode.Success;
    }

    private static TableTraining Prepare(Data.Table table, TrainRequest request)
    {
        Data.Table? test = request.TestFile is { } file ? CsvTable.Read(file, request.Csv) : null;
        try { return new(table, request.Target!, request.Options, test); }
        catch (ArgumentException e) { throw new UsageException(e.Message); }
    }

    private static void SayTraining(Terminal terminal, TableTraining training, TrainRequest request, StartForecast forecast, HealthReport health)
    {
        foreach ((string label, string text) in TrainSummary.Before(training, request)) { terminal.Say(label, text); }
        foreach (Notice notice in training.Plan.Table.Notices.Concat(training.Plan.Notices).Where(n => n.Kind == NoticeKind.Warning)) { terminal.Warn(notice.Text); }
        foreach (StartForecast.Layer layer in forecast.Layers)
        {
            string variance = double.IsNaN(layer.PreActivationVariance) ? "" : Invariant($" · pre-activation variance {layer.PreActivationVariance:G3}");
            terminal.Say("start", Invariant($"{layer.Census.Layer}: {layer.Census.Count(Verdict.Silent)} of {layer.Census.Units} units silent on {layer.Census.Rows:N0} rows{variance}"));
        }
        foreach (Finding finding in health.Findings)
        {
            terminal.Say("finding", $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Rule}{(finding.Layer is null ? "" : " " + finding.Layer)}: {finding.Message} {finding.Advice}");
        }
    }

    private static Spectre.Console.Table ColumnTable(IReadOnlyList<ColumnSummary> columns)
    {
        Spectre.Console.Table table = new() { Border = TableBorder.Simple };
        foreach (string header in (string[])["column", "type", "missing", "distinct", "use", "values"]) { table.AddColumn(header); }
        foreach (ColumnSummary column in columns)
        {
            table.AddRow(
                new Text(column.Name), new Text(TypeName(column.Type)), new Text(Invariant($"{column.Missing:N0}")), new Text(Invariant($"{column.Distinct:N0}")),
                new Text(column.Use), new Text(Values(column)));
        }
        return table;
    }

    private static string Values(ColumnSummary column)
    {
        if (column.Type != ColumnType.Number || double.IsNaN(column.Mean)) { return string.Join(", ", column.Top.Select(t => Invariant($"{t.Label} {t.Count:N0}"))); }
        string outliers = column.Outliers > 0 ? Invariant($" · {column.Outliers:N0} outliers") : "";
        return Invariant($"{column.Minimum:G4} … {column.Maximum:G4}, mean {column.Mean:G4} ± {column.Deviation:G3}{outliers}");
    }

    private static JsonObject Json(Data.Table table, IReadOnlyList<ColumnSummary> columns, StartForecast? forecast, HealthReport? health) => new()
    {
        ["rows"] = table.RowCount,
        ["columns"] = new JsonArray([.. columns.Select(c => (JsonNode)Json(c))]),
        ["forecast"] = forecast is null ? null : new JsonObject
        {
            ["silent"] = forecast.Layers.Sum(l => l.Census.Count(Verdict.Silent)),
            ["units"] = forecast.Layers.Sum(l => l.Census.Units),
            ["layers"] = new JsonArray([.. forecast.Layers.Select(l => (JsonNode)Json(l))]),
        },
        ["findings"] = new JsonArray([.. (health?.Findings ?? []).Select(f => (JsonNode)HealthJson.Of(f))]),
    };

    private static JsonObject Json(ColumnSummary column)
    {
        JsonObject json = new()
        {
            ["name"] = column.Name, ["type"] = TypeName(column.Type), ["missing"] = column.Missing, ["distinct"] = column.Distinct, ["use"] = column.Use,
        };
        if (column.Type == ColumnType.Number && !double.IsNaN(column.Mean))
        {
            json["minimum"] = column.Minimum;
            json["mean"] = column.Mean;
            json["maximum"] = column.Maximum;
            json["deviation"] = column.Deviation;
            json["outliers"] = column.Outliers;
        }
        return json;
    }

    private static JsonObject Json(StartForecast.Layer layer)
    {
        JsonObject json = new()
        {
            ["name"] = layer.Census.Layer, ["activation"] = layer.Census.Activation, ["units"] = layer.Census.Units, ["rows"] = layer.Census.Rows,
            ["silent"] = layer.Census.Count(Verdict.Silent), ["zeros"] = layer.Census.Zeros,
        };
        json.Put("pre_activation_variance", layer.PreActivationVariance);
        return json;
    }

    private static string TypeName(ColumnType type) => type.ToString().ToLowerInvariant();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
