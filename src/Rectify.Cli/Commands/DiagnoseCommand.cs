using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Rectify.Cli.Output;
using Rectify.Cli.Reports;
using Rectify.Cli.Settings;
using Rectify.Data;
using Rectify.Health;
using Rectify.Models;
using Rectify.Training;
using Spectre.Console;

namespace Rectify.Cli.Commands;

/// <summary>rectify diagnose: the verdict per layer and unit, on the rows a run was trained on or on any other.</summary>
internal static class DiagnoseCommand
{
    private const int MostUnits = 5;

    private static readonly Verdict[] Verdicts = [Verdict.Alive, Verdict.RarelyActive, Verdict.Silent, Verdict.Saturated, Verdict.AlwaysOn];

    public static Command Create()
    {
        Command command = new("diagnose", "Says per layer and unit what is alive and what is not, why, and what to do.");
        Argument<string> model = CommandSymbols.Model();
        Argument<string?> data = new("data")
        {
            Description = DataSource.Help + " Without it: what the run was trained on.", Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string> gate = new("--fail-on")
        {
            Description = "Ends with 5 where a limit is passed: silent=0.2 (share of a layer), severity=error, or both with a comma.",
            HelpName = "limits",
        };
        Option<string> seed = CommandSymbols.Seed("Of the rows drawn to judge by, and of a set the program makes.");
        Option<string> memory = CommandSymbols.MaxMemory();
        command.Arguments.Add(model);
        command.Arguments.Add(data);
        command.Options.Add(gate);
        command.Options.Add(seed);
        command.Options.Add(memory);
        command.SetAction((parsed, cancellation) =>
        {
            HealthGate limits = parsed.GetValue(gate) is { } text ? HealthGate.Parse(text) : HealthGate.None;
            ulong number = CommandSymbols.SeedOf(parsed, seed);
            CommandSymbols.HoldMemory(parsed, memory);
            (string path, string? rows) = (parsed.GetRequiredValue(model), parsed.GetValue(data));
            return Abandonable.Run(() => Run(Terminal.Of(parsed), path, rows, limits, number, cancellation), cancellation);
        });
        return command;
    }

    private static int Run(
        Terminal terminal, string path, string? data, HealthGate gate, ulong seed, CancellationToken cancellation)
    {
        Model model = SavedModel.Load(path);
        if (data is null) { (data, seed) = DataOfRun(path); }
        BoundPipeline rows = SavedModel.Read(model, data, seed, cancellation);
        if (rows.Count == 0) { throw new DataException($"{rows.Name} has no rows to diagnose by."); }

        WorstUnits units = new();
        HealthEvidence evidence = Evidence(model, path, rows, seed, units, cancellation);
        RunFolder? run = Directory.Exists(path) ? RunFolder.Open(path) : null;
        HealthReport report = run is not null && File.Exists(run.CheckpointPath)
            ? HealthMonitor.ReportOf(Checkpoint.Load(run.CheckpointPath), evidence with { LearningRate = LearningRateOf(run) })
            : HealthReport.Of(evidence);
        IReadOnlyList<UnitLine> worst = units.Of(report.Layers, MostUnits);
        terminal.Say("data", string.Create(CultureInfo.InvariantCulture, $"{rows.Name}: {rows.Count:N0} rows"));
        terminal.Say(rows.Notices);
        terminal.Show(LayerTable(terminal, report.Layers));
        foreach (UnitLine unit in worst) { terminal.Say("unit", HealthLines.Of(unit)); }
        foreach ((string label, string text) in HealthLines.Of(report, hints: true)) { terminal.Say(label, text); }
        if (run is not null && HealthLines.CommandFor(report, run) is { } next) { terminal.Say("next", next); }
        JsonObject json = HealthJson.Of(report);
        json["worst_units"] = new JsonArray([.. worst.Select(unit => (JsonNode)HealthJson.Of(unit))]);
        terminal.Json(json);

        if (gate.Failure(report) is not { } failure) { return ExitCode.Success; }
        terminal.Warn(failure);
        return ExitCode.GateFailed;
    }

    private static HealthEvidence Evidence(
        Model model, string path, BoundPipeline rows, ulong seed, WorstUnits units, CancellationToken cancellation)
    {
        SampleSource probe = Probe.Draw(rows.ToSource(), seed);
        HealthEvidence evidence = new()
        {
            Layers = new Census(model.Network, probe).Take(units.See, cancellation),
            Network = model.Network,
            Loss = model.Loss,
            Task = model.Task,
            Inputs = InputStatistics.Of(probe, model.Pipeline.FeatureNames),
        };
        if (!rows.HasTarget) { return evidence; }

        SampleSource known = rows.ToSource().Take([.. rows.RowsWithTarget]);
        if (known.Count == 0) { return evidence; }
        Loss loss = SavedModel.LossOf(model, path);
        IReadOnlyList<int> counts = model.Task == TaskKind.Classification
            ? BestConstant.CountClasses(known, model.Labels.Count, cancellation)
            : [];
        IReadOnlyList<float> constant = BestConstant.ForLoss(loss, known, model.Network.OutputShape.Length, cancellation);
        return evidence with
        {
            Classes = [.. model.Labels.Zip(counts)],
            ModelLoss = Scorer.Score(model, known, loss, cancellation: cancellation).Loss,
            BaselineLoss = new Scorer(model.Pipeline.Target, model.Meaning, loss).ScoreConstant(constant, known, cancellation).Loss,
        };
    }

    private static float LearningRateOf(RunFolder run)
        => new SettingText("lr", (string?)run.ReadPlan()["options"]?["lr"] ?? "0.001").Number();

    // A run knows its data; a bare model file does not.
    private static (string Data, ulong Seed) DataOfRun(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new UsageException($"A model file does not say what data to judge its units on: rectify diagnose {path} <data>.");
        }
        JsonObject plan = RunFolder.Open(path).ReadPlan();
        string data = (string?)plan["data"]
            ?? throw new DataException($"{path} does not say what data it was trained on: name some, rectify diagnose {path} <data>.");
        return (data, new SettingText("seed", (string?)plan["options"]?["seed"] ?? "42").Seed());
    }

    private static Spectre.Console.Table LayerTable(Terminal terminal, IReadOnlyList<LayerCensus> layers)
    {
        Spectre.Console.Table table = terminal.Table(
            "layer", "activation", "units", "alive", "rarely active", "silent", "saturated", "always on", "dead rows", "zeros");
        foreach (LayerCensus layer in layers)
        {
            string zeros = string.Create(CultureInfo.InvariantCulture, $"{100 * layer.Zeros:F1} %");
            IEnumerable<string> counts = Verdicts.Select(v => $"{layer.Count(v)}");
            string[] cells = [layer.Layer, layer.Activation, $"{layer.Units}", .. counts, $"{layer.DeadRows}", zeros];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }
        return table;
    }
}
