using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Cli.Output;
using Rectify.Data;
using Rectify.Health;
using Rectify.Training;

namespace Rectify.Cli.Reports;

/// <summary>How a training ended: scores of every part beside the baseline's, and the health verdict.</summary>
internal sealed record TrainReport(
    ModelTraining Training, TrainingResult Result, IReadOnlyDictionary<string, Score> Scores,
    IReadOnlyDictionary<string, Score> Baseline, HealthReport Health)
{
    /// <exception cref="OperationCanceledException">An end was asked for after the training.</exception>
    public static TrainReport Of(
        ModelTraining training, TrainingResult result, HealthMonitor monitor, CancellationToken cancellation = default)
    {
        PartScores parts = result.Reason == StopReason.Cancelled
            ? PartScores.InAMoment(training)
            : PartScores.Of(training, cancellation);
        return new(training, result, parts.Scores, parts.Baseline, monitor.Report());
    }

    /// <summary>Whether there is a picture to be drawn: of images beside their reconstructions.</summary>
    public bool HasPicture => IsReconstruction && Training.Data is ImageData;

    private bool IsReconstruction => Training.Data.Task == TaskKind.Reconstruction;

    public JsonObject ToJson(RunFolder run)
    {
        JsonObject json = new()
        {
            ["run"] = run.Path,
            ["model"] = run.ModelPath,
            ["task"] = Training.Data.Task.ToString().ToLowerInvariant(),
            ["parameters"] = Training.Model.Network.ParameterCount,
            ["epochs"] = Result.Epochs,
            ["best_epoch"] = Result.BestEpoch,
            ["stopped"] = JsonNamingPolicy.KebabCaseLower.ConvertName(Result.Reason.ToString()),
            ["seconds"] = Result.Seconds,
            ["metrics"] = Json(Scores),
            ["baseline"] = Json(Baseline),
            ["health"] = HealthJson.Of(Health),
        };
        if (CommandToGoOn(run) is { } command) { json["resume"] = command; }
        if (HasPicture) { json["reconstructions"] = run.PicturePath; }
        if (Result.Divergence is { } divergence) { json.Put("loss", double.IsFinite(divergence.Loss) ? double.NaN : divergence.Loss); }
        return json;
    }

    /// <param name="run">Where it is kept.</param>
    /// <param name="hasPage">Whether there is a page to look at.</param>
    public IEnumerable<(string Label, string Text)> Lines(RunFolder run, bool hasPage)
    {
        yield return ("done", $"{Reason()} · {Headline()} · {Durations.Text(Result.Seconds)}");
        foreach ((string label, string text) in HealthLines.Of(Health, hints: false)) { yield return (label, text); }
        if (IsReconstruction && Health.Layers.Count > 0) { yield return ("zeros", Zeros()); }
        string page = hasPage ? $" · {Path.GetFileName(run.ReportPath)}" : "";
        string picture = HasPicture ? $" · {Path.GetFileName(run.PicturePath)}" : "";
        if (CommandToGoOn(run) is { } command)
        {
            string from = Result.Reason != StopReason.Diverged ? "" : Result.BestEpoch == 0 ? " from the start" : " from the best epoch";
            yield return ("next", $"{command} goes on{from}");
        }
        else if (HealthLines.CommandFor(Health, run) is { } next) { yield return ("next", next); }
        yield return ("wrote", $"{run.Path}{Path.DirectorySeparatorChar}  model.safetensors{page}{picture}");
    }

    // For a run that was not at its end.
    private string? CommandToGoOn(RunFolder run) => Result.Reason switch
    {
        StopReason.Cancelled or StopReason.TimeUp => $"rectify train --resume {run.Path}",
        StopReason.Diverged when Training.Options.LearningRate is > 0 and float rate
            => $"rectify train --resume {run.Path} {LowerRate.Option(rate)}",
        _ => null,
    };

    private string Reason() => Result.Reason switch
    {
        StopReason.EarlyStop => $"early stop @{Result.Epochs}, best @{Result.BestEpoch}",
        StopReason.TimeUp => $"time is up @{Result.Epochs}, best @{Result.BestEpoch}",
        StopReason.Cancelled => $"cancelled @{Result.Epochs}, kept the best @{Result.BestEpoch}",
        StopReason.Diverged when Result.BestEpoch == 0 => $"diverged @{Result.Epochs + 1}, kept the start",
        StopReason.Diverged => $"diverged @{Result.Epochs + 1}, kept the best @{Result.BestEpoch}",
        _ => $"{Result.Epochs} {(Result.Epochs == 1 ? "epoch" : "epochs")}, best @{Result.BestEpoch}",
    };

    // Exact zeros are what makes the code of an autoencoder sparse, and the code is its narrowest layer.
    private string Zeros()
    {
        LayerCensus code = Health.Layers.MinBy(layer => layer.Units)!;
        return string.Join(" · ", Health.Layers.Select(layer
            => Invariant($"{layer.Layer} {100 * layer.Zeros:F1} %{(layer == code ? " (the code)" : "")}")));
    }

    private string Headline()
    {
        if (Scores.Count == 0) { return "not scored"; }
        string part = Scores.ContainsKey("test") ? "test" : Scores.ContainsKey("validation") ? "validation" : "train";
        switch (Scores[part], Baseline[part])
        {
            case (ClassScore score, ClassScore always):
                return ImbalancedLabels.IsImbalanced(Training.Data.ClassCounts)
                    ? Invariant($"{part} balanced accuracy {score.BalancedAccuracy:F3} (always the majority: {always.BalancedAccuracy:F3})")
                    : Invariant($"{part} accuracy {score.Accuracy:F3} (always the majority: {always.Accuracy:F3})");
            case (NumberScore score, NumberScore always) when IsReconstruction:
                string of = Invariant($"rmse {score.Rmse:G4} of scaled inputs (always the mean: {always.Rmse:G4})");
                string share = score.R2 > 0 ? Invariant($"{100 * score.R2:F1} %") : "nothing";
                return $"{part} reconstruction explains {share} of the variance, {of}";
            case (NumberScore score, NumberScore always):
                string errors = Invariant($"rmse {score.Rmse:G4}, mae {score.Mae:G4} (always the mean: rmse {always.Rmse:G4})");
                return Invariant($"{part} R² {score.R2:F3}, {errors}");
            default:
                return "";
        }
    }

    private static JsonObject Json(IReadOnlyDictionary<string, Score> scores)
        => new(scores.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)ScoreJson.Of(s.Value))));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
