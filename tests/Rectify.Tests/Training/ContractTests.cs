using Rectify.Data;
using Rectify.Health;
using Rectify.Kernels;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Training;

/// <summary>Losses, evaluation and settings refuse what does not belong together.</summary>
public sealed class ContractTests
{
    private static readonly Batch Outputs = new(new float[12], new Shape(3)) { Count = 4 };

    public static TheoryData<string> Losses => [.. LossCatalog.All.Select(entry => entry.Name)];
    public static TheoryData<string> LossesOfClasses => [.. LossCatalog.All.Where(entry => entry.IsForClasses).Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Targets_and_gradients_of_another_length_are_refused(string name)
    {
        Loss loss = LossCatalog.Find(name).Create(0, null);
        int targets = loss.IsForClasses ? 4 : 12;
        loss.Evaluate(Outputs, new float[targets], new float[12]);

        Assert.All([(targets - 1, 12), (targets + 1, 12), (targets, 11), (targets, 13)], given => Says(
            $"{name} of 4 samples of 3 takes {targets} targets and 12 numbers of gradient, but is given {given.Item1} and {given.Item2}.",
            () => loss.Evaluate(Outputs, new float[given.Item1], new float[given.Item2])));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void There_is_no_best_constant_of_no_targets(string name)
    {
        Loss loss = LossCatalog.Find(name).Create(0, null);
        const string Wanted = "it takes those of one sample or more.";

        Says($"{name} has no best constant of 3 outputs for 0 targets: {Wanted}", () => loss.BestConstant([], 3));
        Says($"{name} has no best constant of 0 outputs for 2 targets: {Wanted}", () => loss.BestConstant([0, 1], 0));
    }

    [Theory]
    [MemberData(nameof(LossesOfClasses))]
    public void A_target_that_is_no_class_is_refused(string name)
    {
        Loss loss = LossCatalog.Find(name).Create(0, null);

        Assert.All([3, -1, 0.5f, float.NaN], target =>
        {
            string sentence = $"A target of {target} is no class: the network tells 3 apart, which are 0 to 2.";
            Says(sentence, () => loss.Evaluate(Outputs, [0, 1, target, 2], new float[12]));
            Says(sentence, () => loss.BestConstant([0, 1, target, 2], 3));
        });
        Says("There are weights of 2 classes, but the network tells 3 apart.",
            () => LossCatalog.Find(name).Create(0, [1, 1]).Evaluate(Outputs, new float[4], new float[12]));
    }

    [Fact]
    public void One_output_has_two_classes()
    {
        Batch one = new(new float[2], new Shape(1)) { Count = 2 };
        new CrossEntropy().Evaluate(one, [0, 1], new float[2]);

        Says("A target of 2 is no class: the network tells 2 apart, which are 0 to 1.",
            () => new BinaryCrossEntropy().Evaluate(one, [0, 2], new float[2]));
    }

    [Fact]
    public void Rows_that_a_network_does_not_take_are_not_evaluated()
    {
        Network network = Problems.Classifier();
        ArraySource wide = new(new float[6], new float[2], 3), pairs = new(new float[4], new float[4], new Shape(2), new Shape(2));
        Evaluator evaluator = new(network, Problems.Moons(4));
        const string Sentence = "The network takes 2 numbers per sample, but the data have 3.";

        Says(Sentence, () => new Evaluator(network, wide));
        Says(Sentence, () => evaluator.MeanLoss(wide, new CrossEntropy()));
        Says(Sentence, () => new Census(network, wide));
        Says("Targets here are of 1 numbers, but those of the rows of 2: make an evaluator for them.",
            () => evaluator.ForEachBatch(pairs, (_, _) => { }));
    }

    [Fact]
    public void Settings_out_of_range_are_refused_where_they_are_set()
    {
        Says("A learning rate of -1 is out of range: it takes 0 or more.", () => new TrainOptions { LearningRate = -1 });
        Says("A learning rate of NaN is out of range: it takes 0 or more.", () => new TrainOptions { LearningRate = float.NaN });
        Says("A limit of the gradient of 0 is out of range: it takes a number above 0.", () => new TrainOptions { Clip = 0 });
        Says("A warmup of -1 is out of range: it takes 0 or more.", () => new TrainOptions { Warmup = -1 });
        Says("A number of epochs of -1 is out of range: it takes 0 or more.", () => new TrainOptions { Epochs = -1 });
        Says("A patience of -1 is out of range: it takes 0 or more.", () => new TrainOptions { Patience = -1 });
        Says("A number of threads of -1 is out of range: it takes 0 or more.", () => new TrainOptions { Threads = -1 });
        Says("A penalty on activations of -0.5 is out of range: it takes 0 or more.", () => new TrainOptions { ActivationL1 = -0.5f });
        Says("An L2 penalty of -0.5 is out of range: it takes 0 or more.", () => new TrainOptions { Penalties = new(0, -0.5f) });
    }

    [Fact]
    public void A_probe_and_its_names_are_as_many_as_there_are_inputs()
    {
        Says("A probe of at most 0 rows is out of range: it takes 1 or more.", () => Probe.Draw(Problems.Moons(4), seed: 1, mostRows: 0));
        Says("There are 1 names for 2 inputs: give one for each.", () => InputStatistics.Of(Problems.Moons(4), ["x"]));
    }

    private static void Says(string sentence, Action action) => Assert.Equal(sentence, Assert.Throws<ArgumentException>(action).Message);
}
