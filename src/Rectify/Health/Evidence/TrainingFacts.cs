using Rectify.Data;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Health;

/// <summary>What is known of a training before its first step.</summary>
public static class TrainingFacts
{
    /// <summary>Data, network and plan, for rules to look at.</summary>
    /// <param name="training">What is to be trained.</param>
    /// <param name="bornDead">How likely such a network is born dead; null where nobody asked.</param>
    public static HealthEvidence Of(ModelTraining training, BornDeadForecast? bornDead)
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

    /// <summary>The same of a network of one's own, whose inputs and classes are called by their numbers, from 0.</summary>
    /// <param name="network">What is to be trained.</param>
    /// <param name="plan">How.</param>
    /// <param name="training">The rows to learn from.</param>
    /// <param name="validation">The rows that decide which epoch was best; null where those to learn from do.</param>
    /// <exception cref="ArgumentException">The rows do not fit the loss, or there are none.</exception>
    public static HealthEvidence Of(Network network, TrainingPlan plan, SampleSource training, SampleSource? validation = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(training);
        int outputs = network.OutputShape.Length;
        IReadOnlyList<float> constant = BestConstant.ForLoss(plan.Loss, training, outputs, CancellationToken.None);
        IReadOnlyList<int> classes
            = plan.Loss.IsForClasses ? BestConstant.CountClasses(training, Math.Max(outputs, 2), CancellationToken.None) : [];
        return new()
        {
            Layers = [],
            Network = network,
            Loss = plan.Loss.Name,
            Task = plan.Loss.IsForClasses ? TaskKind.Classification : null,
            Inputs = InputStatistics.Of(
                Probe.Draw(training, plan.Seed), [.. Enumerable.Range(0, training.InputShape.Units).Select(input => $"input {input}")]),
            Classes = [.. classes.Select((rows, index) => ($"{index}", rows))],
            BaselineLoss = BestConstant.MeanLoss(plan.Loss, constant, validation is { Count: > 0 } ? validation : training),
            LearningRate = plan.LearningRate,
            Penalties = plan.Penalties,
        };
    }
}
