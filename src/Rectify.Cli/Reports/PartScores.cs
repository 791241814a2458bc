using Rectify.Data;
using Rectify.Training;

namespace Rectify.Cli.Reports;

/// <summary>How well a trained model, and the best constant, do on each part of the data.</summary>
internal sealed class PartScores
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.5);

    private readonly OrderedDictionary<string, Score> _scores = [], _baseline = [];

    private PartScores() { }

    /// <summary>The model's, by the name of the part: train, validation, test.</summary>
    public IReadOnlyDictionary<string, Score> Scores => _scores;

    /// <summary>The constant's, of the same parts.</summary>
    public IReadOnlyDictionary<string, Score> Baseline => _baseline;

    /// <summary>Of every part that has rows.</summary>
    /// <exception cref="OperationCanceledException">An end was asked for.</exception>
    public static PartScores Of(ModelTraining training, CancellationToken cancellation)
    {
        PartScores parts = new();
        parts.AddAll(training, cancellation);
        return parts;
    }

    /// <summary>Of the parts that are done in a moment, which of much data may be none: who asked for an end does not wait.</summary>
    public static PartScores InAMoment(ModelTraining training)
    {
        PartScores parts = new();
        using CancellationTokenSource moment = new(Moment);
        try { parts.AddAll(training, moment.Token); }
        catch (OperationCanceledException) when (moment.IsCancellationRequested) { }
        return parts;
    }

    // The part that says most first, and each before those that were there.
    private void AddAll(ModelTraining training, CancellationToken cancellation)
    {
        Add("test", training.Test);
        Add("validation", training.Validation);
        Add("train", training.Training);

        void Add(string name, SampleSource rows)
        {
            if (rows.Count == 0) { return; }
            (Score baseline, Score score) = (training.ScoreBaseline(rows, cancellation), training.Score(rows, cancellation));
            _baseline.Insert(0, name, baseline);
            _scores.Insert(0, name, score);
        }
    }
}
