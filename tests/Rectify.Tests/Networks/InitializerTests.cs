using Rectify.Activations;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Networks;

public sealed class InitializerTests
{
    private const int Inputs = 400, Outputs = 200;
    private const float Gain = 1.4142135f;

    [Theory]
    [InlineData("he", 0.0707107)]
    [InlineData("he-normal", 0.0707107)]
    [InlineData("lecun", 0.05)]
    [InlineData("lecun-normal", 0.05)]
    [InlineData("glorot-normal", 0.0577350)]
    [InlineData("normal:0.3", 0.3)]
    public void Normal_weights_have_the_deviation_of_the_formula(string initializer, double deviation)
    {
        float[] weights = Draw(initializer);

        Assert.InRange(RootMeanSquare(weights), 0.99 * deviation, 1.01 * deviation);
        Assert.InRange(Math.Abs(weights.Average()), 0, 0.02 * deviation);
        Assert.InRange(weights.Max(MathF.Abs), 4 * deviation, 6 * deviation);
    }

    [Theory]
    [InlineData("he-uniform", 0.122474)]
    [InlineData("lecun-uniform", 0.0866025)]
    [InlineData("glorot", 0.1)]
    [InlineData("glorot-uniform", 0.1)]
    [InlineData("uniform:0.3", 0.3)]
    public void Uniform_weights_fill_their_bounds(string initializer, double bound)
    {
        float[] weights = Draw(initializer);

        Assert.InRange(weights.Max(), 0.999 * bound, 1.000001 * bound);
        Assert.InRange(weights.Min(), -1.000001 * bound, -0.999 * bound);
        Assert.InRange(RootMeanSquare(weights), 0.99 * bound / Math.Sqrt(3), 1.01 * bound / Math.Sqrt(3));
    }

    [Theory]
    [InlineData("he")]
    [InlineData("he-uniform")]
    [InlineData("glorot")]
    [InlineData("glorot-normal")]
    [InlineData("lecun")]
    [InlineData("orthogonal")]
    [InlineData("lsuv")]
    [InlineData("normal:0.3")]
    [InlineData("uniform:0.3")]
    public void The_variance_that_is_foretold_is_that_of_what_is_drawn(string text)
    {
        Initializer initializer = Initializer.Parse(text);
        foreach ((int inputs, int outputs) in new[] { (60, 150), (150, 60) })
        {
            Parameter weight = Network.Stack(new Shape(inputs), new Dense(inputs, outputs)).Nodes[0].Layer.Parameters[0];
            initializer.Fill(weight, gain: 1.5f, new Philox(1, RandomPurpose.Weights));
            Assert.Equal(1, Reduction.Variance(weight.Value) / initializer.Variance(weight, gain: 1.5f), 0.04);
        }
    }

    [Theory]
    [InlineData(40, 25)]
    [InlineData(25, 40)]
    [InlineData(30, 30)]
    public void Orthogonal_weights_are_orthogonal_and_as_long_as_the_gain(int inputs, int outputs)
    {
        var weight = Weight(inputs, outputs);
        Initializer.Parse("orthogonal").Fill(weight, 2, new Philox(1, RandomPurpose.Weights));
        float[] w = weight.Value.ToArray();
        float[][] vectors = outputs <= inputs
            ? [.. Enumerable.Range(0, outputs).Select(c => Enumerable.Range(0, inputs).Select(r => w[r * outputs + c]).ToArray())]
            : [.. Enumerable.Range(0, inputs).Select(r => w[(r * outputs)..((r + 1) * outputs)])];

        for (int a = 0; a < vectors.Length; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                Assert.Equal(a == b ? 4 : 0, vectors[a].Zip(vectors[b], (x, y) => (double)x * y).Sum(), 5e-6);
            }
        }
    }

    [Fact]
    public void Lsuv_gives_every_layer_unit_variance_on_its_data()
    {
        Network network = Network.Stack(
            new Shape(20),
            new Dense(20, 50), new ActivationLayer("relu"), new Dense(50, 50), new ActivationLayer("tanh"), new Dense(50, 10));
        network.Initialize(Initializer.Parse("lsuv"), seed: 1);
        Workspace observation = Observe(network, 256, inputScale: 30);
        LayerSequentialUnitVariance.Scale(network, observation);
        observation.Forward();

        foreach (int dense in (int[])[0, 2, 4])
        {
            float[] values = observation.Passes[dense].Output.Values.ToArray();
            double mean = values.Average();
            Assert.InRange(values.Average(v => (v - mean) * (v - mean)), 0.9, 1.1);
        }
    }

    [Theory]
    [InlineData(1e30f, 1.0)]
    [InlineData(float.PositiveInfinity, double.NaN)]
    public void Lsuv_never_scales_weights_to_zero_however_large_the_data(float inputScale, double variance)
    {
        Network network = Network.Stack(new Shape(20), new Dense(20, 5));
        network.Initialize(Initializer.Parse("lsuv"), seed: 1);
        Workspace observation = Observe(network, 64, inputScale);
        LayerSequentialUnitVariance.Scale(network, observation);

        Assert.Contains(network.Row.ToArray(), weight => weight != 0);
        Assert.Equal(variance, Math.Pow(RootMeanSquare(observation.Forward().Values.ToArray()), 2), 0.1);
    }

    // Second moment from one rectifier to the next: fan-in·Var(w)/2, which is 1 for He and 0.5 for Glorot in a square layer.
    [Theory]
    [InlineData("he", 1.0)]
    [InlineData("orthogonal", 1.0)]
    [InlineData("glorot", 9.765625e-4)]
    public void Through_ten_rectifier_layers_the_second_moment_goes_as_theory_says(string initializer, double factor)
    {
        const int Width = 400, Depth = 11;
        IEnumerable<Layer> layers = Enumerable.Range(0, Depth)
            .SelectMany<int, Layer>(_ => [new Dense(Width, Width), new ActivationLayer("relu")]);
        Network network = Network.Stack(new Shape(Width), [.. layers]);
        network.Initialize(Initializer.Parse(initializer), seed: 2);
        Workspace observation = Observe(network, 64, inputScale: 1);
        double first = RootMeanSquare(observation.Passes[0].Output.Values.ToArray());
        double last = RootMeanSquare(observation.Passes[2 * (Depth - 1)].Output.Values.ToArray());

        Assert.InRange(last * last / (first * first), factor / 2, factor * 2);
    }

    [Fact]
    public void A_maxout_layer_of_four_pieces_starts_with_a_second_moment_of_one()
    {
        Network network = Network.Stack(new Shape(300), new Dense(300, 1200), new Maxout(4), new Dense(300, 300));
        network.Initialize(Initializer.Parse("he"), seed: 2);
        Workspace observation = Observe(network, 64, inputScale: 1);

        Assert.InRange(RootMeanSquare(observation.Passes[1].Output.Values.ToArray()), 0.9, 1.1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void The_second_moment_of_the_largest_of_normals_is_its_integral(int count)
    {
        const double Step = 1e-3;
        double below = 0, moment = 0;
        for (double x = -10; x < 10; x += Step)
        {
            double density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
            moment += Step * x * x * count * density * Math.Pow(below + Step * density / 2, count - 1);
            below += Step * density;
        }
        Assert.Equal(moment, LargestOfNormals.SecondMoment(count), 1e-5);
    }

    [Theory]
    [InlineData("relu", "he-normal")]
    [InlineData("gelu", "he-normal")]
    [InlineData("selu", "lecun-normal")]
    [InlineData("tanh", "glorot-uniform")]
    [InlineData("sigmoid", "glorot-uniform")]
    public void Every_activation_has_a_start_that_suits_it(string activation, string initializer)
        => Assert.Equal(initializer, NetworkInitialization.DefaultFor(Activation.Parse(activation)).Text);

    [Theory]
    [InlineData("he", "he-normal")]
    [InlineData("glorot", "glorot-uniform")]
    [InlineData("lecun", "lecun-normal")]
    [InlineData("orthogonal", "orthogonal")]
    [InlineData("lsuv", "lsuv")]
    [InlineData("normal:0.05", "normal:0.05")]
    [InlineData("uniform:1", "uniform:1")]
    public void Text_reads_back(string typed, string text)
    {
        Assert.Equal(text, Initializer.Parse(typed).Text);
        Assert.Equal(text, Initializer.Parse(text).Text);
    }

    [Theory]
    [InlineData("hee")]
    [InlineData("")]
    [InlineData("he-gaussian")]
    [InlineData("orthogonal-normal")]
    [InlineData("normal")]
    [InlineData("he:2")]
    public void What_is_no_initialization_is_told_with_all_that_are(string text)
        => Assert.Equal(
            $"There is no initialization called '{text}'. Known: {Initializer.Known}.",
            Assert.Throws<ArgumentException>(() => Initializer.Parse(text)).Message);

    [Theory]
    [InlineData("normal:x", "'x' is not a scale for normal weights: it takes a number of 0 or more, as in normal:0.05.")]
    [InlineData("uniform:-1", "'-1' is not a scale for uniform weights: it takes a number of 0 or more, as in uniform:0.05.")]
    [InlineData("normal:NaN", "'NaN' is not a scale for normal weights: it takes a number of 0 or more, as in normal:0.05.")]
    public void A_scale_that_is_none_is_refused(string text, string sentence)
        => Assert.Equal(sentence, Assert.Throws<ArgumentException>(() => Initializer.Parse(text)).Message);

    [Fact]
    public void Two_layers_of_one_shape_are_drawn_apart_and_a_seed_draws_the_same_again()
    {
        Network network = Network.Stack(new Shape(4), new Dense(4, 4), new Dense(4, 4));
        Network again = Network.Stack(new Shape(4), new Dense(4, 4), new Dense(4, 4));
        network.Initialize(Initializer.Parse("he"), seed: 9);
        again.Initialize(Initializer.Parse("he"), seed: 9);

        Assert.NotEqual(network.Nodes[0].Layer.Parameters[0].Value.ToArray(), network.Nodes[1].Layer.Parameters[0].Value.ToArray());
        Assert.Equal(network.Row.ToArray(), again.Row.ToArray());
    }

    private static float[] Draw(string initializer)
    {
        Parameter weight = Weight(Inputs, Outputs);
        Initializer.Parse(initializer).Fill(weight, Gain, new Philox(1, RandomPurpose.Weights));
        return weight.Value.ToArray();
    }

    private static Parameter Weight(int inputs, int outputs)
        => Network.Stack(new Shape(inputs), new Dense(inputs, outputs)).Nodes[0].Layer.Parameters[0];

    private static Workspace Observe(Network network, int rows, float inputScale)
    {
        var observation = new Workspace(network, WorkspaceKind.Observation, rows);
        observation.Input.Count = rows;
        new Philox(3, RandomPurpose.SyntheticData).FillNormal(observation.Input.Values);
        foreach (ref float value in observation.Input.Values) { value *= inputScale; }
        observation.Forward();
        return observation;
    }

    private static double RootMeanSquare(float[] values) => Math.Sqrt(values.Average(v => (double)v * v));
}
