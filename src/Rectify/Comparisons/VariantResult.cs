namespace Rectify.Comparisons;

/// <summary>What a comparison found of one variant.</summary>
/// <param name="Name">The variant's name.</param>
/// <param name="LearningRate">The one that was chosen on validation, or the only one.</param>
/// <param name="Runs">Its runs at that rate, one a seed.</param>
/// <param name="Scores">Their scores on the rows held back, in the same order.</param>
/// <param name="Interval">Of their mean, at 95 %.</param>
/// <param name="Difference">From the first variant; null for the first itself.</param>
public sealed record VariantResult(
    string Name, float LearningRate, IReadOnlyList<TrialOutcome> Runs, IReadOnlyList<double> Scores, Interval Interval,
    PairedDifference? Difference)
{
    public double Silent => Runs.Average(run => run.Silent);
    public double Zeros => Runs.Average(run => run.Zeros);
    public double SecondsPerEpoch => Runs.Average(run => run.SecondsPerEpoch);

    /// <summary>How many runs stopped because a number was no longer finite.</summary>
    public int Diverged => Runs.Count(run => run.HasDiverged);

    /// <summary>
    /// By layer the geometric mean over seeds of the gradient's size in the first step; 0 where one is 0. Empty where no run has taken one.
    /// </summary>
    public IReadOnlyList<LayerGradient> Gradients
    {
        get
        {
            // A run that diverged in its first step has none.
            TrialOutcome[] known = [.. Runs.Where(run => run.Gradients.Count > 0)];
            return known is not [{ } first, ..] ? [] :
            [
                .. first.Gradients.Select((layer, i) => new LayerGradient(
                    layer.Layer, Math.Exp(known.Average(run => Math.Log(run.Gradients[i].Size))))),
            ];
        }
    }

    /// <summary>
    /// At the start and after each epoch of the longest run the lowest validation loss so far, of all runs; one that has ended keeps
    /// its own.
    /// </summary>
    public IReadOnlyList<LossBand> Losses =>
    [
        .. Enumerable.Range(0, Runs.Max(run => run.Losses.Count)).Select(epoch =>
        {
            double[] losses = [.. Runs.Select(run => run.Losses[Math.Min(epoch, run.Losses.Count - 1)])];
            return new LossBand(losses.Average(), losses.Min(), losses.Max());
        }),
    ];

    /// <summary>The cause that most runs have that are not healthy, and how many; null where all are.</summary>
    public (string Rule, int Runs)? Cause => Runs.Where(run => run.Cause is not null).GroupBy(run => run.Cause!)
        .OrderByDescending(group => group.Count()).Select(group => ((string, int)?)(group.Key, group.Count())).FirstOrDefault();
}
