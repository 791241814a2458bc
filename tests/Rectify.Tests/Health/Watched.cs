using Rectify.Data;
using Rectify.Health;
using Rectify.Training;

namespace Rectify.Tests.Health;

/// <summary>Trains on a table with a monitor watching, and reports.</summary>
internal static class Watched
{
    public static HealthReport Train(Table table, string target, TrainOptions options)
    {
        var training = new TableTraining(table, target, options with { Threads = 1 });
        var monitor = new HealthMonitor(training.Model.Network, training.Training, options.Seed);
        training.Run([monitor]);
        return HealthReport.Of(monitor.AddTo(new HealthEvidence
        {
            Layers = [],
            Inputs = InputStatistics.Of(Probe.Draw(training.Training, options.Seed), training.Model.Pipeline.FeatureNames),
            Classes = [.. training.Model.Labels.Zip(training.Data.ClassCounts)],
            BaselineLoss = training.ScoreBaseline(training.Validation).Loss,
            LearningRate = options.LearningRate,
        }));
    }
}
