using Rectify.Data;
using Rectify.Health;
using Rectify.Networks;

namespace Rectify.Tests.Health;

/// <summary>For every rule the evidence of a fault that it names, with numbers that countries write in different ways.</summary>
internal static class FaultyEvidence
{
    public static IReadOnlyDictionary<string, HealthEvidence> ByRule { get; } = new Dictionary<string, HealthEvidence>
    {
        ["constant-labels"] = Evidence.None with { Classes = [("yes", 4000)] },
        ["output-layer"] = Evidence.None with
        {
            Network = new NetworkDesign { OutputActivation = "relu" }.Build(2, 2), Loss = "cross-entropy",
        },
        ["wrong-loss"] = Evidence.None with { Task = TaskKind.Classification, Loss = "mse" },
        ["inputs-constant"] = Evidence.OfInputs(Evidence.Input(deviation: 0)),
        ["inputs-unscaled"] = Evidence.OfInputs(Evidence.Input(root: 12.3)),
        ["inputs-outliers"] = Evidence.OfInputs(Evidence.Input(outliers: 0.99, farthest: 45.6)),
        ["born-dead"] = Evidence.None with
        {
            BornDead = new(new(1234, 2000), IsThisOne: true, Rows: 256), LayersAtStart = [Evidence.Layer(units: 2, silent: 2)],
        },
        ["initial-variance"] = Evidence.OfStart((1.2e-5, 0)),
        ["diverged"] = Evidence.None with { Divergence = new(2, 1234, "dense1", 1, double.NaN), LearningRate = 1 },
        ["update-ratio"] = Steps(Evidence.Weight(update: 0.345)),
        ["vanishing-gradient"] = Steps(Evidence.Weight(gradient: 1.2e-4), Evidence.Weight(), Evidence.Weight()),
        ["exploding-gradient"] = Steps(Evidence.Weight(gradient: 1234.5), Evidence.Weight(), Evidence.Weight()),
        ["saturation"] = Evidence.None with { Layers = [Evidence.Layer(units: 2, saturated: 2)] },
        ["dead-units"] = Evidence.None with { Layers = [Evidence.Layer(units: 2, silent: 1)] },
        ["oscillating-loss"] = Evidence.None with { Epochs = Evidence.Epochs([1, 2, 1, 2, 1, 2]), BaselineLoss = 1, LearningRate = 0.1f },
        ["no-learning"] = Evidence.None with { Epochs = Evidence.Epochs([1.5]), BaselineLoss = 1.25, LearningRate = 0.1f },
        ["imbalanced-labels"] = Evidence.None with { Classes = [("yes", 4000), ("no", 1000)] },
        ["slow-learning"] = Evidence.None with { Epochs = Evidence.Epochs([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) },
        ["overfitting"] = Evidence.None with { Epochs = Evidence.Epochs([1, 0.25], [1, 1.5]) },
    };

    private static HealthEvidence Steps(params WeightLook[] weights)
    {
        HealthLook look = Evidence.Look(weights);
        return Evidence.None with { Epochs = Evidence.Epochs([1, 1]), Looks = [look, look, look], LearningRate = 0.01f };
    }
}
