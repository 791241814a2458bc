using Rectify.Activations;
using Rectify.Data;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.HealthCases;

/// <summary>Every case, once: faults first, then healthy controls.</summary>
internal static class CaseCatalog
{
    // What steps that are far too long do, in the order in which they do it on one problem or another.
    private static readonly string[] TooLong = ["update-ratio", "dead-units", "oscillating-loss", "diverged"];

    private static readonly TrainOptions Short = new() { Epochs = 50, Threads = 2 };

    public static IReadOnlyList<HealthCase> All { get; } =
    [
        Table("ten sigmoid layers", $"train spirals --hidden {Times(10, 32)} --activation sigmoid", ["vanishing-gradient"], "spirals",
            o => o with { Design = Deep(10, 32, "sigmoid") }),
        Table("sixteen ReLU layers of width 5", $"train moons --hidden {Times(16, 5)}", ["born-dead"], "moons",
            o => o with { Design = Deep(16, 5, "relu") }),
        Table("34 ReLU layers of 128 with Glorot", $"train spirals --hidden {Times(34, 128)} --init glorot --epochs 10",
            ["initial-variance", "vanishing-gradient"], "spirals",
            o => o with { Design = Deep(34, 128, "relu"), Initializer = Initializer.Parse("glorot"), Epochs = 10 }),
        Table("weights from ±0.05", "train spirals --hidden 32,32,32 --init uniform:0.05", ["initial-variance"], "spirals",
            o => o with { Design = Deep(3, 32, "relu"), Initializer = Initializer.Parse("uniform:0.05") }),
        Table("weights from N(0, 1)", "train spirals --hidden 64,64,64 --init normal:1", ["initial-variance"], "spirals",
            o => o with { Design = Deep(3, 64, "relu"), Initializer = Initializer.Parse("normal:1") }),
        Table("a learning rate 100 times too high", "train spirals --lr 0.1", TooLong, "spirals",
            o => o with { LearningRate = 0.1f }),
        Table("a learning rate of 1e-12", "train moons --lr 1e-12", ["update-ratio"], "moons", o => o with { LearningRate = 1e-12f }),
        Table("biases of −3", "train moons --bias -3", ["born-dead"], "moons",
            o => o with { Design = new NetworkDesign { Bias = -3 } }),
        Digits("pixels from 0 to 255", "train digits --scale none --model mlp", ["inputs-unscaled"],
            o => o with { Scaling = Scaling.None, Design = new NetworkDesign { Channels = [], Hidden = [64] }, Epochs = 5 }),
        HealthCase.Of("inputs from −14 to 8", "train stretched.csv --target class --scale none", ["inputs-unscaled"],
            seed => new TableTraining(
                CaseData.Stretched(seed, -14, 8), CaseData.Target, Short with { Seed = seed, Scaling = Scaling.None })),
        HealthCase.Of("rows of a million", "train outliers.csv --target class", ["inputs-outliers"],
            seed => new TableTraining(CaseData.WithOutliers(seed), CaseData.Target, Short with { Seed = seed })),
        Table("one row a step, momentum 0.9", "train moons --batch-size 1 --optimizer sgd --momentum 0.9 --lr 0.1", TooLong, "moons",
            o => o with { BatchSize = 1, Optimizer = new Sgd(0.9f), LearningRate = 0.1f }),
        Table("softmax over one unit", "train moons --output-units 1", ["output-layer"], "moons", o => o with { OutputUnits = 1 }),
        Table("ReLU on the logits", "train moons --output-activation relu", ["output-layer"], "moons",
            o => o with { Design = new NetworkDesign { OutputActivation = "relu" } }),
        Table("softmax twice", "train moons --output-activation softmax", ["output-layer"], "moons",
            o => o with { Design = new NetworkDesign { OutputActivation = "softmax" } }),
        Table("softmax twice, with mean squared error", "train moons --output-activation softmax,softmax --loss mse",
            ["output-layer", "wrong-loss"], "moons",
            o => o with { Loss = "mse", Design = new NetworkDesign { OutputActivation = "softmax,softmax" } }),
        Table("an L2 penalty of 10", "train moons --l2 10", ["no-learning"], "moons", o => o with { Penalties = new(0, 10) }),
        HealthCase.Of("90 % of one class", "train imbalanced.csv --target class", ["imbalanced-labels"],
            seed => new TableTraining(CaseData.Imbalanced(seed), CaseData.Target, Short with { Seed = seed })),

        Shared("iris, defaults", "iris.csv", "species"),
        Shared("penguins, defaults", "penguins.csv", "species"),
        Shared("mpg, defaults", "mpg.csv", "mpg"),
        Table("moons, defaults", "train moons", [], "moons", o => o with { Epochs = 200 }),
        Digits("digits, defaults", "train digits --epochs 5", [], o => o with { Epochs = 5 }),
        Table("five tanh layers", $"train spirals --hidden {Times(5, 32)} --activation tanh", [], "spirals",
            o => o with { Design = Deep(5, 32, "tanh") }),
        Table("leaky ReLU 128-64-32", "train spirals --hidden 128,64,32 --activation leaky-relu", [], "spirals",
            o => o with { Design = new NetworkDesign { Hidden = [128, 64, 32], Activation = Activation.Parse("leaky-relu") } }),
        Table("GELU 128-64", "train spirals --hidden 128,64 --activation gelu", [], "spirals",
            o => o with { Design = new NetworkDesign { Hidden = [128, 64], Activation = Activation.Parse("gelu") } }),
        Digits("a CNN with batch norm", "train digits --channels 8,16 --batch-norm --epochs 5", [],
            o => o with { Design = new NetworkDesign { Channels = [8, 16], Hidden = [32], BatchNorm = true }, Epochs = 5 }),
        Table("dropout of a half", "train spirals --dropout 0.5", [], "spirals",
            o => o with { Design = new NetworkDesign { Dropout = 0.5f } }),
        new("a residual network of 20 layers", "", [], ResidualCase.Run),
        Digits("85 % zeros by an activation penalty", "train digits --model mlp --hidden 256,256 --activation-l1 3e-3 --epochs 10", [],
            o => o with { Design = new NetworkDesign { Channels = [], Hidden = [256, 256] }, ActivationL1 = 3e-3f, Epochs = 10 }),
    ];

    private static HealthCase Table(
        string name, string command, IReadOnlyList<string> expected, string data, Func<TrainOptions, TrainOptions> plant)
        => HealthCase.Of(name, command, expected,
            seed => new TableTraining(CaseData.Made(data, seed), CaseData.Target, plant(Short with { Seed = seed })));

    private static HealthCase Digits(string name, string command, IReadOnlyList<string> expected, Func<TrainOptions, TrainOptions> plant)
        => HealthCase.Of(name, command, expected,
            seed => new ImageTraining(new ImageParts(DrawnDigits.Make(seed, count: 1500)), plant(Short with { Seed = seed })));

    private static HealthCase Shared(string name, string file, string target)
        => HealthCase.Of(name, $"train {file} --target {target}", [],
            seed => CaseData.Shared(file) is { } table ? new TableTraining(table, target, new TrainOptions { Seed = seed }) : null);

    private static NetworkDesign Deep(int layers, int units, string activation)
        => new() { Hidden = [.. Enumerable.Repeat(units, layers)], Activation = Activation.Parse(activation) };

    private static string Times(int layers, int units) => string.Join(',', Enumerable.Repeat(units, layers));
}
