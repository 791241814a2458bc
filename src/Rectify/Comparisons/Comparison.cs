using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Rectify.Training;

namespace Rectify.Comparisons;

/// <summary>
/// Trains each variant with the same seeds, and so on the same splits, and judges what differs between them by intervals. A run has one
/// thread, so that as many go at once as there are cores; each is bit for bit the run that `train` makes of the same options.
/// </summary>
/// <remarks>
/// Where there are several learning rates, validation chooses for each variant alike; rows held back are read once, at the end.
/// </remarks>
public sealed class Comparison
{
    private readonly Func<TrainOptions, ModelTraining> _prepare;
    private readonly Lock _keeping = new();

    /// <param name="prepare">Decides all about a training of some options: <c>o => new TableTraining(table, "species", o)</c>.</param>
    /// <param name="variants">What is compared; the others with the first.</param>
    /// <exception cref="ArgumentException">There are fewer than two variants, or two of one name.</exception>
    public Comparison(Func<TrainOptions, ModelTraining> prepare, IReadOnlyList<Variant> variants)
    {
        ArgumentNullException.ThrowIfNull(prepare);
        ArgumentNullException.ThrowIfNull(variants);
        if (variants.Count < 2)
        {
            throw new ArgumentException("One variant has nothing to be compared with: give two or more.", nameof(variants));
        }
        if (variants.GroupBy(v => v.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two variants are called '{twice.Key}': give each a name of its own.", nameof(variants));
        }
        (_prepare, Variants) = (prepare, variants);
    }

    public IReadOnlyList<Variant> Variants { get; }

    /// <summary>Of each the split, the start and the order of rows; at least two.</summary>
    public IReadOnlyList<ulong> Seeds { get; init; } = [42, 43, 44, 45, 46];

    /// <summary>What validation chooses from for each variant; where empty, each has that of its options.</summary>
    public IReadOnlyList<float> LearningRates { get; init; } = [];

    /// <summary>Runs at once; null for one a core.</summary>
    public int? Threads { get; init; }

    /// <summary>Where runs that are done are kept; in memory where nothing is said.</summary>
    public ITrialStore Store { get; init; } = new TrialMemory();

    /// <summary>Told of each run that is done now or was before, one at a time.</summary>
    public event Action<TrialOutcome>? Done;

    /// <summary>All runs, in the order in which they begin: seed by seed, so that what is done early is of all variants.</summary>
    public IReadOnlyList<Trial> Trials =>
    [
        .. from seed in Seeds
           from variant in Enumerable.Range(0, Variants.Count)
           from rate in RatesOf(variant)
           select new Trial(variant, seed, rate),
    ];

    /// <summary>Does the runs that are not done, and compares.</summary>
    /// <param name="cancellation">Ends the runs under way after a step; those done are kept.</param>
    /// <exception cref="OperationCanceledException">An end was asked for.</exception>
    /// <exception cref="InvalidOperationException">There are fewer than two seeds, or no validation rows to choose a rate by.</exception>
    public ComparisonResult Run(CancellationToken cancellation = default)
    {
        if (Seeds.Distinct().Count() < 2 || Seeds.Distinct().Count() < Seeds.Count)
        {
            throw new InvalidOperationException("One seed says nothing of chance: give two or more, each once.");
        }
        ModelTraining first = _prepare(OptionsOf(Trials[0]));
        if (LearningRates.Count > 1 && first.Validation.Count == 0)
        {
            throw new InvalidOperationException("A learning rate is chosen by validation rows, and there are none: leave one rate.");
        }

        ConcurrentDictionary<Trial, TrialOutcome> outcomes = [];
        AtOnce(Trials, cancellation, trial => outcomes[trial] = Outcome(trial, cancellation));

        Trial[][] chosen = [.. Enumerable.Range(0, Variants.Count).Select(variant => Chosen(variant, outcomes))];
        Measure measure = Measure.For(first.Data);
        ConcurrentDictionary<Trial, double> scores = [];
        AtOnce([.. chosen.SelectMany(row => row)], cancellation, trial => scores[trial] = ScoreOf(trial, measure, cancellation));

        double[][] rows = [.. chosen.Select(row => row.Select(trial => scores[trial]).ToArray())];
        double leastDeviation = measure.LeastDeviation(first.Judged.Count);
        IReadOnlyList<PairedDifference> differences = PairedDifference.Holm(
            [.. rows.Skip(1).Select(row => row.Select((score, i) => score - rows[0][i]).ToArray())], leastDeviation);
        string part = first.Test.Count > 0 ? "test" : first.Validation.Count > 0 ? "validation" : "train";
        return new(measure, part, first.Judged.Count, Seeds, LearningRates,
        [
            .. Variants.Select((variant, i) => new VariantResult(
                variant.Name, chosen[i][0].LearningRate, [.. chosen[i].Select(trial => outcomes[trial])], rows[i],
                Interval.OfMean(rows[i], leastDeviation: leastDeviation), i == 0 ? null : differences[i - 1])),
        ]);
    }

    /// <summary>The options of one run, as `train` would take them.</summary>
    public TrainOptions OptionsOf(Trial trial)
        => Variants[trial.Variant].Options with { Seed = trial.Seed, LearningRate = trial.LearningRate, Threads = 1 };

    private IReadOnlyList<float> RatesOf(int variant) => LearningRates.Count > 0 ? LearningRates : [Variants[variant].Options.LearningRate];

    private TrialOutcome Outcome(Trial trial, CancellationToken cancellation)
    {
        TrialOutcome? outcome;
        lock (_keeping) { outcome = Store.Find(trial); }
        ModelTraining? training = null;
        if (outcome is null)
        {
            training = _prepare(OptionsOf(trial));
            outcome = TrialRun.Of(trial, training, cancellation);
        }
        lock (_keeping)
        {
            if (training is not null) { Store.Keep(outcome, training.Model); }
            Done?.Invoke(outcome);
        }
        return outcome;
    }

    // Fewest runs that diverged, then the lowest mean loss.
    private Trial[] Chosen(int variant, IReadOnlyDictionary<Trial, TrialOutcome> outcomes)
        => RatesOf(variant)
            .Select(rate => Seeds.Select(seed => new Trial(variant, seed, rate)).ToArray())
            .OrderBy(row => row.Count(trial => outcomes[trial].HasDiverged))
            .ThenBy(row => row.Average(trial => outcomes[trial].ValidationLoss))
            .First();

    private double ScoreOf(Trial trial, Measure measure, CancellationToken cancellation)
    {
        ModelTraining training = _prepare(OptionsOf(trial));
        lock (_keeping) { Store.ModelOf(trial).Network.Row.CopyTo(training.Model.Network.Row); }
        return measure.Of(training.Score(training.Judged, cancellation));
    }

    // In order, each as soon as a core is free; the first error is thrown as it was.
    private void AtOnce(IReadOnlyList<Trial> trials, CancellationToken cancellation, Action<Trial> run)
    {
        ParallelOptions options = new()
        {
            MaxDegreeOfParallelism = Threads ?? Environment.ProcessorCount, CancellationToken = cancellation,
        };
        try { Parallel.ForEach(Partitioner.Create(trials, EnumerablePartitionerOptions.NoBuffering), options, run); }
        catch (AggregateException e)
        {
            cancellation.ThrowIfCancellationRequested();
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
