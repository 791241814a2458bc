using Rectify.Health;
using Rectify.Reports.Charts;
using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Pages;

/// <summary>The verdict on a run in one sentence, and the few numbers that carry it.</summary>
internal static class VerdictText
{
    /// <summary>ok, warning, error, or unfinished.</summary>
    public static string StateOf(RunStory run) => run.Result?.Verdict ?? (run.Divergence is null ? "unfinished" : "error");

    public static string Of(RunStory run, Words words)
    {
        if (run.Result is not { } result)
        {
            return words.Fill("verdict.unfinished", run.Epochs.Count == 0 ? 0 : run.Epochs[^1].Epoch, run.PlannedEpochs);
        }
        string score = ScoreOf(result, words), units = UnitsOf(result, words);
        if (result.Stopped == "diverged" && run.Divergence is { } divergence)
        {
            return words.Fill("verdict.diverged", divergence.Epoch, NumberText.Whole(divergence.Step), divergence.Layer, result.BestEpoch);
        }
        Finding? cause = result.Findings.FirstOrDefault(f => f.Severity > Severity.Hint);
        return cause is null
            ? words.Fill("verdict.ok", score, units)
            : words.Fill($"verdict.{result.Verdict}", TitleOf(cause, words), score);
    }

    /// <summary>What a finding is about, in a few words.</summary>
    public static string TitleOf(Finding finding, Words words) => words.Find($"rule.{finding.Rule}") ?? finding.Rule;

    /// <summary>Numbers with what they are; what is known of a run.</summary>
    public static IEnumerable<(string Name, string Value, string Note)> FactsOf(RunStory run, Words words)
    {
        if (run.Result is not { } result)
        {
            if (run.Epochs.Count == 0) { yield break; }
            string end = words.Fill("fact.of-epochs", run.Epochs[^1].Epoch, words["stopped.unfinished"]);
            yield return (words["fact.best"], NumberText.Whole(run.BestEpoch), end);
            yield return (words["loss.validation"], NumberText.Of(run.Epochs.Min(e => e.ValidationLoss)), "");
            yield break;
        }
        if (result.Judged is { } part && Headline(result) is var (name, format))
        {
            (double score, double always) = ScoresOf(result, part, name);
            string what = words.Fill("fact.score", words[$"part.{part}"], words[$"score.{name}"]);
            yield return (what, format(score), words.Fill("fact.baseline", format(always)));
        }
        int units = result.Layers.Sum(l => l.Units), silent = result.Layers.Sum(l => l.Silent);
        if (units > 0)
        {
            yield return (words["fact.silent"], NumberText.Whole(silent), words.Fill("fact.of-units", NumberText.Whole(units)));
        }
        string epochs = words.Fill("fact.of-epochs", result.Epochs, words[$"stopped.{result.Stopped}"]);
        yield return (words["fact.best"], NumberText.Whole(result.BestEpoch), epochs);
        yield return (
            words["fact.parameters"], NumberText.Whole(result.Parameters), words.Fill("fact.seconds", NumberText.Of(result.Seconds)));
    }

    /// <summary>The number that says most, and how it is written.</summary>
    private static (string Name, Func<double, string> Format)? Headline(RunResult result) => result.Task switch
    {
        "classification" => (IsUneven(result) ? "balanced_accuracy" : "accuracy", share => NumberText.Percent(share)),
        "regression" or "reconstruction" => ("r2", share => NumberText.Percent(share)),
        _ => null,
    };

    private static bool IsUneven(RunResult result) => result.Findings.Any(f => f.Rule == "imbalanced-labels");

    private static string ScoreOf(RunResult result, Words words)
    {
        if (result.Judged is not { } part || Headline(result) is not var (name, format)) { return words["score.none"]; }
        (double score, double always) = ScoresOf(result, part, name);
        return words.Fill($"score.{name}.{result.Task}", format(score), format(always), words[$"part.{part}"]);
    }

    // The mean of other rows explains a hair less than nothing of these.
    private static (double Score, double Always) ScoresOf(RunResult result, string part, string name)
    {
        double always = result.Baseline[part].GetValueOrDefault(name, double.NaN);
        return (result.Metrics[part].GetValueOrDefault(name, double.NaN), name == "r2" ? Math.Max(always, 0) : always);
    }

    private static string UnitsOf(RunResult result, Words words)
    {
        int units = result.Layers.Sum(l => l.Units);
        if (units == 0) { return words["units.none"]; }
        (string Key, int Count)[] counts =
        [
            ("silent", result.Layers.Sum(l => l.Silent)), ("rarely-active", result.Layers.Sum(l => l.RarelyActive)),
            ("saturated", result.Layers.Sum(l => l.Saturated)), ("always-on", result.Layers.Sum(l => l.AlwaysOn)),
        ];
        string[] told = [.. counts.Where(c => c.Count > 0).Select(c => $"{NumberText.Whole(c.Count)} {words[$"verdict.{c.Key}"]}")];
        return told.Length == 0
            ? words.Fill("units.all-alive", NumberText.Whole(units))
            : words.Fill("units.some", NumberText.Whole(units), told.Aggregate((first, next) => words.Fill("list", first, next)));
    }
}
