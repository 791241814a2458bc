using Rectify.Reports.Charts;
using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Figures;

/// <summary>How the loss went, with the epoch that was kept.</summary>
internal sealed class LossFigure : IFigure
{
    // What falls by more than this is flat at the end on an even scale.
    private const double MostEven = 30;

    private static readonly (Role Role, string? Dashes)[] Looks =
        [(Role.Blue, null), (Role.Vermilion, "6 3"), (Role.Green, "2 3"), (Role.Purple, "8 3 2 3")];

    public string Name => "loss";

    public IEnumerable<Chart> ChartsOf(RunStory run, Words words)
    {
        if (run.Epochs.Count == 0) { yield break; }
        EpochPoint? best = run.Epochs.FirstOrDefault(e => e.Epoch == run.BestEpoch);
        List<Series> series = [new(words["loss.training"], [.. run.Epochs.Select(e => ((double)e.Epoch, e.TrainingLoss))], Role.Blue)];
        if (run.ValidationRows > 0) { series.Add(new(words["loss.validation"], Validation(run), Role.Vermilion)); }
        string bestText = words.Fill("loss.best", run.BestEpoch);
        yield return new LineChart
        {
            Title = words["figure.loss.title"],
            Summary = words.Fill("loss.summary", run.Epochs[^1].Epoch, NumberText.Of(run.Epochs[0].ValidationLoss),
                NumberText.Of(run.Epochs[^1].ValidationLoss), run.BestEpoch),
            Series = series,
            Along = words["epoch"],
            IsLogarithmic = IsSteep(series),
            TakesWidth = true,
            NotFinite = words["not-finite"],
            Mark = best is null ? null : (best.Epoch, run.ValidationRows > 0 ? best.ValidationLoss : best.TrainingLoss, bestText),
        };
    }

    /// <summary>The validation losses of several runs in one chart.</summary>
    public static Chart Comparing(IReadOnlyList<RunStory> runs, Words words)
    {
        Series[] series = [.. runs.Index().Where(r => r.Item.Epochs.Count > 0).Select(r =>
        {
            (Role role, string? dashes) = Looks[r.Index % Looks.Length];
            return new Series(r.Item.Name, Validation(r.Item), role) { Dashes = dashes };
        })];
        return new LineChart
        {
            Title = words["compare.loss"], Summary = words["compare.loss"], Series = series, Along = words["epoch"],
            IsLogarithmic = IsSteep(series), TakesWidth = true, NotFinite = words["not-finite"],
        };
    }

    // Before the first step, too, where that was measured.
    private static (double, double)[] Validation(RunStory run)
    {
        IEnumerable<(double, double)> epochs = run.Epochs.Select(e => ((double)e.Epoch, e.ValidationLoss));
        return double.IsNaN(run.StartLoss) ? [.. epochs] : [(0, run.StartLoss), .. epochs];
    }

    private static bool IsSteep(IReadOnlyList<Series> series)
    {
        double[] losses = [.. series.SelectMany(s => s.Points).Select(p => p.Y).Where(double.IsFinite)];
        return losses.Length > 0 && losses.Min() > 0 && losses.Max() / losses.Min() > MostEven;
    }
}
