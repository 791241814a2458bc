using Rectify.Data;
using Rectify.Training;

namespace Rectify.Health;

/// <summary>What is known of a training before its first step.</summary>
public static class TrainingFacts
{
    /// <summary>Data, network and plan, for rules to look at.</summary>
    /// <param name="training">What is to be trained.</param>
    /// <param name="bornDead">How likely such a network is born dead, where that was asked.</param>
    public static HealthEvidence Of(ModelTraining training, BornDeadForecast? bornDead = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        SampleSource deciding = training.Validation.Count > 0 ? training.Validation : training.Training;
        return new()
        {
            Layers = [],
            Network = training.Model.Network,
            BornDead = bornDead,
            Loss = training.Loss.Name,
            Task = training.Data.Task,
            Inputs = InputStatistics.Of(Probe.Draw(training.Training, training.Options.Seed), training.Model.Pipeline.FeatureNames),
            Classes = [.. training.Data.Labels.Zip(training.Data.ClassCounts)],
            BaselineLoss = training.ScoreBaseline(deciding).Loss,
            LearningRate = training.Options.LearningRate,
            Penalties = training.Options.Penalties,
        };
    }
}
