using Rectify.Health;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Health;

/// <summary>Evidence made by hand: of what a rule looks at, and of nothing else.</summary>
internal static class Evidence
{
    public static HealthEvidence None { get; } = new() { Layers = [] };

    /// <summary>A layer on 1,000 rows, whose silent units come first, then the saturated, then those that are alive.</summary>
    public static LayerCensus Layer(int units, int silent = 0, int saturated = 0, string name = "relu1", double zeros = 0)
    {
        Verdict[] verdicts =
        [
            .. Enumerable.Repeat(Verdict.Silent, silent), .. Enumerable.Repeat(Verdict.Saturated, saturated),
            .. Enumerable.Repeat(Verdict.Alive, units - silent - saturated),
        ];
        return new(name, saturated > 0 ? "tanh" : "relu", Rows: 1000, verdicts, new int[units], DeadRows: 0, zeros);
    }

    /// <summary>An input as it should be, but for what is said.</summary>
    public static InputStatistics.Input Input(
        string name = "a", double root = 1, double deviation = 1, double outliers = 0, double farthest = 0)
        => new(name, root, deviation, outliers, farthest);

    public static HealthEvidence OfInputs(params InputStatistics.Input[] inputs) => None with { Inputs = new(inputs) };

    /// <summary>Epochs of ten steps, whose training losses these are; the validation losses are the same where none are given.</summary>
    public static IReadOnlyList<TrainingEvent.EpochEnded> Epochs(double[] losses, double[]? validation = null)
    {
        validation ??= losses;
        return [.. losses.Select((loss, i) =>
        {
            int best = Array.IndexOf(validation, validation[..(i + 1)].Min());
            return new TrainingEvent.EpochEnded(i + 1, 10 * (i + 1), loss, validation[i], Penalty: 0, LearningRate: 0.001f,
                best + 1, validation[best], Seconds: 0);
        })];
    }

    /// <summary>A look in training at layers of weights, all hidden but the last, at a learning rate of 0.01.</summary>
    public static HealthLook Look(params WeightLook[] weights) => new(
        Epoch: 1, Step: 8, LearningRate: 0.01f, [], [.. weights.Select((w, i) => w with
        {
            Layer = $"dense{i + 1}", IsHidden = i < weights.Length - 1,
        })]);

    /// <summary>What a step did to the weights of a layer, usual but for what is said.</summary>
    public static WeightLook Weight(double gradient = 1, double update = 1e-3, double penalty = 0)
        => new("", IsHidden: true, gradient, update, Size: 1, penalty);

    /// <summary>Layers of four rectifiers before the first step, with the variances of their pre-activations, on an input of 1.</summary>
    public static HealthEvidence OfStart(params (double Variance, int Silent)[] layers) => OfInputs(Input()) with
    {
        Network = new NetworkDesign { Hidden = [.. Enumerable.Repeat(4, layers.Length)] }.Build(1, 2),
        Looks =
        [
            new(Epoch: 0, Step: 0, LearningRate: 0, [.. layers.Select((layer, i) => new UnitLook(
                $"relu{i + 1}", Units: 4, layer.Silent, Saturated: 0, DeadRows: 0, Zeros: 0.5, Mean: 0, layer.Variance))], []),
        ],
    };
}
