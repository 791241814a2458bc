using Rectify.Kernels;
using Rectify.Training;

namespace Rectify.Tests.Training;

public sealed class LossTests
{
    public static TheoryData<string, float[]> ConstantsToBeat => new()
    {
        { "cross-entropy", [0, 0, 1, 0, 2, 0] },
        { "bce", [0, 0, 1, 0, 2, 0] },
        { "mse", [-1, 0, 0.5f, 9] },
        { "mae", [-1, 0, 0.5f, 9, 30] },
        { "huber", [-1, 0, 0.5f, 9, 30] },
    };

    [Theory]
    [MemberData(nameof(ConstantsToBeat))]
    public void No_other_constant_has_a_lower_loss_than_the_best(string name, float[] targets)
    {
        LossEntry entry = LossCatalog.Find(name);
        foreach (float[]? weights in entry.IsForClasses ? [null, [0.5f, 2, 1]] : new float[]?[] { null })
        {
            Loss loss = entry.Create(name == "cross-entropy" ? 0.1f : 0, weights);
            float[] best = loss.BestConstant(targets, entry.IsForClasses ? 3 : 1);
            for (int unit = 0; unit < best.Length; unit++)
            {
                foreach (float step in (float[])[-0.01f, 0.01f])
                {
                    float[] other = [.. best];
                    other[unit] += step;
                    Assert.True(LossOf(loss, best, targets) <= LossOf(loss, other, targets) + 1e-6);
                }
            }
        }

        static double LossOf(Loss loss, float[] outputs, float[] targets)
            => targets.Sum(target => Sum(loss, outputs, outputs.Length, [target]));
    }

    private static readonly float[] ThreeByTwo = [0.3f, -1.2f, 2, 0.5f, -0.7f, 0.1f];

    public static TheoryData<string, Loss, float[]> Losses => new()
    {
        { "cross-entropy", new CrossEntropy(), [0, 2] },
        { "smoothed", new CrossEntropy(smoothing: 0.2f), [0, 2] },
        { "weighted", new CrossEntropy(classWeights: [1, 2, 5]), [0, 2] },
        { "smoothed and weighted", new CrossEntropy(0.1f, [0.5f, 2, 5]), [1, 2] },
        { "bce", new BinaryCrossEntropy(), [0, 2] },
        { "bce weighted", new BinaryCrossEntropy([0.5f, 2, 5]), [1, 2] },
        { "mse", new SquaredError(), [0, 1, 2, 3, 4, 5] },
        { "mae", new AbsoluteError(), [0, 1, 2, 3, 4, 5] },
        { "huber", new HuberLoss(), [0, 1, 2, 1, 0, 5] },
        { "mse of classes", new SquaredError(oneHot: true), [0, 2] },
        { "mae of classes", new AbsoluteError(oneHot: true), [0, 2] },
        { "huber of classes", new HuberLoss(oneHot: true), [0, 2] },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public void The_gradient_of_the_mean_is_that_of_finite_differences(string _, Loss loss, float[] targets)
    {
        const float Step = 1e-2f;
        float[] gradient = Gradient(loss, ThreeByTwo, 3, targets);
        for (int i = 0; i < ThreeByTwo.Length; i++)
        {
            float[] above = [.. ThreeByTwo], below = [.. ThreeByTwo];
            above[i] += Step;
            below[i] -= Step;
            double difference = (Sum(loss, above, 3, targets) - Sum(loss, below, 3, targets)) / (above[i] - below[i]) / 2;
            Assert.Equal(difference, gradient[i], 2e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void The_loss_of_a_batch_is_the_sum_of_its_samples_and_its_gradient_theirs_over_their_count(string _, Loss loss, float[] targets)
    {
        const int Rows = 200, Outputs = 3;
        float[] output = new float[Rows * Outputs];
        new Philox(1, RandomPurpose.Probe).FillNormal(output);
        int perRow = targets.Length / 2;
        float[] all = [.. Enumerable.Range(0, Rows * perRow).Select(i => targets[i * 7 % targets.Length])];
        double sum = 0;
        List<float> gradients = [];
        for (int row = 0; row < Rows; row++)
        {
            float[] alone = output[(row * Outputs)..((row + 1) * Outputs)], ofRow = all[(row * perRow)..((row + 1) * perRow)];
            sum += Sum(loss, alone, Outputs, ofRow);
            gradients.AddRange(Gradient(loss, alone, Outputs, ofRow).Select(slope => slope / Rows));
        }

        Assert.Equal(sum, Sum(loss, output, Outputs, all), 1e-5 * sum);
        Assert.Equal(gradients, Gradient(loss, output, Outputs, all), (a, b) => Math.Abs(a - b) < 1e-8f);
    }

    [Fact]
    public void Every_loss_of_the_catalog_takes_what_its_outputs_mean_for_classes_and_for_numbers()
        => Assert.All(LossCatalog.All, entry =>
        {
            Loss ofClasses = entry.CreateFor(entry.MeaningFor(classes: true)), usual = entry.CreateFor(entry.Meaning);

            Assert.True(ofClasses.IsForClasses);
            Assert.Equal(entry.IsForClasses, usual.IsForClasses);
            Assert.Equal((entry.Name, entry.Name), (ofClasses.Name, usual.Name));
        });

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_single_sample_has_a_best_constant_and_none_has_not(string _, Loss loss, float[] targets)
    {
        Assert.Equal(2, loss.BestConstant(targets.AsSpan(0, loss.IsForClasses ? 1 : 2), 2).Length);
        Assert.Single(loss.BestConstant(targets.AsSpan(0, 1), 1));
        Assert.Throws<ArgumentException>(() => loss.BestConstant([], 2));
    }

    [Fact]
    public void The_best_constants_are_logarithms_of_shares_or_of_odds()
    {
        // A class without a row counts half of one.
        Near([MathF.Log(3f / 4), MathF.Log(1f / 4)], new CrossEntropy().BestConstant([0, 0, 1, 0], 2));
        Near([MathF.Log(3f / 4)], new CrossEntropy().BestConstant([0, 0, 1, 0], 1));
        Near([MathF.Log(3f / 5), MathF.Log(2f / 5)], new CrossEntropy(classWeights: [1, 2]).BestConstant([0, 0, 1, 0], 2));
        Near([MathF.Log(1f / 3)], new BinaryCrossEntropy().BestConstant([0, 0, 1, 0], 1));
        Near([MathF.Log(2f / 3)], new BinaryCrossEntropy([1, 2]).BestConstant([0, 0, 1, 0], 1));
        Near([MathF.Log(3), MathF.Log(1f / 3), MathF.Log(1f / 7)], new BinaryCrossEntropy().BestConstant([0, 0, 1, 0], 3));
        Near([MathF.Log(1e9f)], new BinaryCrossEntropy().BestConstant([1, 1], 1));

        static void Near(float[] expected, float[] actual) => Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-5f);
    }

    [Fact]
    public void The_best_constants_of_numbers_are_the_mean_the_median_and_what_lies_between()
    {
        Near([2.125f], new SquaredError().BestConstant([-1, 0, 0.5f, 9], 1));
        Near([0.5f], new AbsoluteError().BestConstant([-1, 0, 0.5f, 9, 30], 1));
        Near([0.25f], new HuberLoss().BestConstant([-1, 0, 0.5f, 9], 1));

        // Each output of its own; of two medians the lower one.
        Near([2, 20], new SquaredError().BestConstant([1, 10, 3, 30], 2));
        Near([1, 10], new AbsoluteError().BestConstant([1, 30, 3, 10], 2));

        static void Near(float[] expected, float[] actual) => Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-5f);
    }

    [Fact]
    public void A_loss_has_its_name_and_kind_of_targets_from_the_catalog()
        => Assert.All(LossCatalog.All, entry =>
        {
            Loss loss = entry.Create(0, null);
            Assert.Equal((entry.Name, entry.IsForClasses, entry.Name), (loss.Name, loss.IsForClasses, loss.ToString()));
            Assert.Same(entry, LossCatalog.Find(entry.Name));
        });

    [Fact]
    public void Cross_entropy_is_minus_the_logarithm_of_the_right_share()
    {
        double sum = Sum(new CrossEntropy(), [0, MathF.Log(3), 0, MathF.Log(3)], 2, [0, 1]);
        Assert.Equal(-Math.Log(1 / 4.0) - Math.Log(3 / 4.0), sum, 1e-6);
    }

    [Fact]
    public void Smoothing_spreads_its_share_over_all_classes()
    {
        double logSum = Math.Log(1 + Math.E);

        Assert.Equal(0.9 * (logSum - 1) + 0.05 * (logSum - 1) + 0.05 * logSum, Sum(new CrossEntropy(0.1f), [0, 1], 2, [1]), 1e-6);
    }

    [Fact]
    public void A_class_weight_multiplies_the_loss_of_its_samples()
        => Assert.Equal(2 * Math.Log(2) + 5 * Math.Log(2), Sum(new CrossEntropy(classWeights: [2, 5]), [0, 0, 0, 0], 2, [0, 1]), 1e-6);

    [Theory]
    [InlineData(1000f, 999.875f, 0.63259968)]
    [InlineData(-1e5f, -1e5f, 0.69314718)]
    [InlineData(5f, -9f, 8.3152836e-7)]
    [InlineData(3e38f, -3e38f, 0)]
    public void Cross_entropy_of_two_classes_keeps_its_digits_however_large_the_scores(float right, float wrong, double expected)
        => Assert.Equal(expected, Sum(new CrossEntropy(), [right, wrong], 2, [0]), 1e-6 * expected);

    [Fact]
    public void Softmax_over_one_unit_has_no_loss_and_no_gradient()
    {
        Assert.Equal(0, Sum(new CrossEntropy(), [3, -3], 1, [0, 1]));
        Assert.Equal([0f, 0], Gradient(new CrossEntropy(), [3, -3], 1, [0, 1]));
    }

    [Theory]
    [InlineData(0f, 1f, 0.69314718)]
    [InlineData(-100f, 1f, 100)]
    [InlineData(80f, 1f, 1.8048514e-35)]
    [InlineData(2f, 0f, 2.126928)]
    public void Binary_cross_entropy_of_one_unit_is_exact_in_both_tails(float score, float target, double expected)
        => Assert.Equal(expected, Sum(new BinaryCrossEntropy(), [score], 1, [target]), 1e-6 * expected);

    [Fact]
    public void Binary_cross_entropy_of_several_units_asks_each_for_its_own_class()
    {
        double sum = Sum(new BinaryCrossEntropy(), [0, 1, -1], 3, [2]);
        Assert.Equal((Math.Log(2) + Math.Log(1 + Math.E) + Math.Log(1 + Math.E)) / 3, sum, 1e-6);
    }

    [Fact]
    public void Losses_of_numbers_are_means_over_outputs()
    {
        // Errors 0.5, −3 and 1, −1.
        float[] output = [1.5f, 1, 3, 4], targets = [1, 4, 2, 5];

        Assert.Equal((0.25 + 9 + 1 + 1) / 2, Sum(new SquaredError(), output, 2, targets), 1e-6);
        Assert.Equal((0.5 + 3 + 1 + 1) / 2, Sum(new AbsoluteError(), output, 2, targets), 1e-6);
        Assert.Equal((0.125 + 2.5 + 0.5 + 0.5) / 2, Sum(new HuberLoss(), output, 2, targets), 1e-6);
        Assert.Equal([0.25f, -1.5f, 0.5f, -0.5f], Gradient(new SquaredError(), output, 2, targets));
        Assert.Equal([0.25f, -0.25f, 0.25f, -0.25f], Gradient(new AbsoluteError(), output, 2, targets));
        Assert.Equal([0.125f, -0.25f, 0.25f, -0.25f], Gradient(new HuberLoss(), output, 2, targets));
    }

    [Fact]
    public void A_loss_of_numbers_compares_the_output_of_the_right_class_with_1_and_the_others_with_0()
    {
        float[] output = [0.5f, 0, 3, 1, 0, 0];

        Assert.Equal((0.25 + 0 + 4 + 0 + 0 + 0) / 3, Sum(new SquaredError(oneHot: true), output, 3, [2, 0]), 1e-6);
        Assert.Equal((0.5 + 0 + 2 + 0 + 0 + 0) / 3, Sum(new AbsoluteError(oneHot: true), output, 3, [2, 0]), 1e-6);
        Assert.Equal([1 / 6f, 0, 4 / 6f, 0, 0, 0], Gradient(new SquaredError(oneHot: true), output, 3, [2, 0]));
        Assert.Equal([0.25f, 0.75f], new SquaredError(oneHot: true).BestConstant([0, 1, 1, 1], 2).Select(x => MathF.Round(x, 5)));
    }

    [Fact]
    public void One_output_alone_is_compared_with_1_for_the_second_class()
    {
        Assert.Equal(0.25 + 4, Sum(new SquaredError(oneHot: true), [0.5f, 3], 1, [0, 1]), 1e-6);
        Assert.Equal(0.75, new SquaredError(oneHot: true).BestConstant([0, 1, 1, 1], 1)[0], 1e-5);
    }

    // More than are written out at once, and rows that lie across two chunks.
    [Fact]
    public void A_loss_of_many_classes_is_that_of_their_targets_written_out()
    {
        const int Rows = 41, Classes = 37;
        float[] classes = [.. Enumerable.Range(0, Rows).Select(row => (float)(row * 7 % Classes))], written = new float[Rows * Classes];
        for (int row = 0; row < Rows; row++) { written[row * Classes + (int)classes[row]] = 1; }
        float[] output = [.. Enumerable.Range(0, Rows * Classes).Select(i => MathF.Sin(i))];

        (SquaredError numbers, SquaredError oneHot) = (new(), new(oneHot: true));
        Assert.Equal(Sum(numbers, output, Classes, written), Sum(oneHot, output, Classes, classes), 1e-4);
        Assert.Equal(Gradient(numbers, output, Classes, written), Gradient(oneHot, output, Classes, classes));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_NaN_in_the_output_is_a_NaN_in_loss_and_gradient(string _, Loss loss, float[] targets)
    {
        float[] output = [.. ThreeByTwo];
        output[0] = float.NaN;

        Assert.Equal(double.NaN, Sum(loss, output, 3, targets));
        Assert.Equal(float.NaN, Gradient(loss, output, 3, targets)[0]);
    }

    [Fact]
    public void Smoothing_out_of_range_is_refused() => Assert.Equal(
        "Label smoothing of 1 is out of range: it takes 0 or more and less than 1.",
        Assert.Throws<ArgumentException>(() => new CrossEntropy(1)).Message);

    private static double Sum(Loss loss, float[] output, int width, float[] targets)
        => loss.Evaluate(new Batch(output, new Shape(width)) { Count = output.Length / width }, targets, new float[output.Length]);

    private static float[] Gradient(Loss loss, float[] output, int width, float[] targets)
    {
        float[] gradient = new float[output.Length];
        loss.Evaluate(new Batch(output, new Shape(width)) { Count = output.Length / width }, targets, gradient);
        return gradient;
    }
}
