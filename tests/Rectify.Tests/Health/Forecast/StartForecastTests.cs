using Rectify.Activations;
using Rectify.Data;
using Rectify.Health;
using Rectify.Kernels;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Health;

public sealed class StartForecastTests
{
    [Fact]
    public void A_He_start_preserves_the_second_moment()
    {
        StartForecast forecast = Forecast(Deep(64, 4), "he", inputs: 16);

        Assert.All(forecast.Layers, layer =>
        {
            Assert.Equal(2, layer.TheoryMeanSquare / InputMeanSquare(16), 1e-4);
            Assert.Equal(1, layer.MeanSquare / layer.TheoryMeanSquare, 0.15);
            Assert.Equal(1, layer.GradientMeanSquare / layer.TheoryGradientMeanSquare, 0.25);
        });
        Assert.Equal(1, forecast.GradientRatio, 0.25);
    }

    [Fact]
    public void A_Glorot_start_halves_it_in_each_rectifier()
    {
        StartForecast forecast = Forecast(Deep(128, 35), "glorot", inputs: 128);
        double first = forecast.Layers[0].TheoryMeanSquare;

        Assert.Equal(9.5e-7, forecast.Layers[20].TheoryMeanSquare / first, 0.05e-7);
        Assert.Equal(5.8e-11, forecast.Layers[34].TheoryMeanSquare / first, 0.05e-11);
        Assert.Equal(5.8e-11, forecast.Layers[0].TheoryGradientMeanSquare / forecast.Layers[34].TheoryGradientMeanSquare, 0.05e-11);

        // A start of 34 layers of 128 is off by a factor of 3 as often as not.
        Assert.InRange(forecast.Layers[34].MeanSquare / forecast.Layers[0].MeanSquare, 5.8e-11 / 4, 5.8e-11 * 4);
        Assert.InRange(forecast.GradientRatio, 5.8e-11 / 4, 5.8e-11 * 4);
    }

    public static TheoryData<string> EveryActivation => [.. ActivationCatalog.All.Select(a => a.Info.Name)];

    // Squares let a few units outweigh all others, of which theory has no notion.
    public static TheoryData<string> Activations => [.. ActivationCatalog.All.Select(a => a.Info.Name).Where(n => n != "squared-relu")];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Theory_and_starts_agree_for_any_activation(string activation)
    {
        StartForecast forecast = Forecast(Deep(64, 3) with { Activation = Activation.Parse(activation) }, "he", inputs: 64);

        Assert.All(forecast.Layers, layer =>
        {
            Assert.Equal(1, layer.MeanSquare / layer.TheoryMeanSquare, 0.3);
            Assert.Equal(1, layer.GradientMeanSquare / layer.TheoryGradientMeanSquare, 0.4);
        });
    }

    [Theory]
    [MemberData(nameof(EveryActivation))]
    public void The_rule_holds_a_start_against_the_theory_of_the_forecast(string activation)
    {
        NetworkDesign design = Deep(64, 3) with { Activation = Activation.Parse(activation) };
        StartForecast forecast = Forecast(design, "he", inputs: 64);
        double theory = forecast.Layers[0].TheoryMeanSquare;

        // As a He start with the activation's own gain has it, and a hundred times more or less.
        Assert.Equal(1, SignalTheory.Kept(design.Build(64, 1).Nodes[1].Layer, InputMeanSquare(64)) / theory, 1e-5);
        Assert.Equal(
            [0, 0, 0, 1, 1], new[] { 1, 0.0101, 99, 0.0099, 101 }.Select(times => Examine(design, times * theory).Count()));
    }

    [Theory]
    [MemberData(nameof(EveryActivation))]
    public void The_rule_leaves_a_He_start_of_any_activation_alone(string activation)
    {
        NetworkDesign design = Deep(64, 4) with { Activation = Activation.Parse(activation) };
        Network network = design.Build(64, 2);
        network.Initialize(Initializer.Parse("he"), seed: 1);
        TrainingPlan plan = new() { Loss = new CrossEntropy(), Epochs = 0, Threads = 1 };
        HealthMonitor monitor = new(network, plan, Rows(new Shape(64)));
        new Trainer(network, plan).Fit(Rows(new Shape(64)), validation: null, [monitor]);

        Assert.Equal(4, Assert.Single(monitor.Looks).Units.Count);
        Assert.DoesNotContain(monitor.Report().Findings, f => f.Rule == "initial-variance");
    }

    [Theory]
    [InlineData("orthogonal")]
    [InlineData("lecun-uniform")]
    [InlineData("normal:0.2")]
    [InlineData("uniform:0.3")]
    [InlineData("lsuv")]
    public void And_for_any_way_to_draw_weights(string initializer)
    {
        StartForecast forecast = Forecast(Deep(48, 3) with { Bias = 0.5f }, initializer, inputs: 48);

        Assert.All(forecast.Layers, layer =>
        {
            Assert.Equal(1, layer.MeanSquare / layer.TheoryMeanSquare, 0.25);
            Assert.Equal(1, layer.GradientMeanSquare / layer.TheoryGradientMeanSquare, 0.4);
        });
    }

    [Fact]
    public void What_lies_between_layers_is_taken_as_measured()
    {
        NetworkDesign design = new() { Channels = [6, 8], Hidden = [32], Dropout = 0.25f, BatchNorm = true };
        StartForecast forecast = Forecast(design, "normal:1", new Shape(8, 8, 3));

        Assert.Equal(["relu1", "relu2", "relu3"], forecast.Layers.Select(layer => layer.Census.Layer));
        Assert.All(forecast.Layers, layer =>
        {
            Assert.Equal(1, layer.MeanSquare, 0.05);
            Assert.Equal(1, layer.MeanSquare / layer.TheoryMeanSquare, 0.5);
            Assert.InRange(layer.GradientMeanSquare / layer.TheoryGradientMeanSquare, 0.4, 2.5);
        });
    }

    [Fact]
    public void Units_pushed_below_0_are_expected_to_be_silent()
    {
        StartForecast forecast = Forecast(Deep(32, 2) with { Bias = -3 }, "he", inputs: 2);

        Assert.Equal(9 + 2 * InputMeanSquare(2), forecast.Layers[0].TheoryMeanSquare, 1e-3);
        Assert.InRange(forecast.Layers[0].SilentShare, 0.2, 0.9);
        Assert.InRange(forecast.Layers[1].SilentShare, 0.9, 1);
        Assert.InRange(forecast.BornDead.Probability.Value, 0.2, 0.6);
    }

    [Fact]
    public void Without_hidden_layers_there_is_nothing_to_fear()
    {
        StartForecast forecast = Forecast(new NetworkDesign { Hidden = [] }, "he", inputs: 4);

        Assert.Empty(forecast.Layers);
        Assert.Equal(double.NaN, forecast.GradientRatio);
        Assert.Equal(0, forecast.BornDead.Probability.Count);
    }

    [Fact]
    public void Signals_beyond_single_precision_are_measured()
    {
        StartForecast vanishing = Forecast(Deep(8, 20), "uniform:0.01", inputs: 8);
        StartForecast exploding = Forecast(Deep(64, 14), "normal:20", inputs: 8);

        Assert.InRange(vanishing.Layers[^1].MeanSquare, double.Epsilon, 1e-60);
        Assert.InRange(exploding.Layers[^1].MeanSquare, 1e50, double.MaxValue);
    }

    [Fact]
    public void The_gradients_ratio_is_that_of_the_first_layer_to_the_last()
    {
        LayerCensus census = Evidence.Layer(units: 2);
        StartForecast Of(params double[] gradients) => new(
            [.. gradients.Select(g => new StartForecast.Layer(census, PreActivationVariance: 1) { GradientMeanSquare = g })],
            new BornDeadForecast(new(0, 1), IsThisOne: false, Rows: 1));

        Assert.Equal(3, Of(6, 5, 2).GradientRatio);
        Assert.Equal(1, Of(6).GradientRatio);
    }

    private static IEnumerable<Finding> Examine(NetworkDesign design, double variance)
    {
        Network network = design.Build(64, 1);
        UnitLook first = new(network.Nodes[1].Name, 64, Silent: 0, Saturated: 0, DeadRows: 0, Zeros: 0, Mean: 0, variance);
        return new InitialVariance().Examine(new()
        {
            Layers = [],
            Network = network,
            Inputs = InputStatistics.Of(Rows(new Shape(64)), [.. Enumerable.Range(0, 64).Select(i => $"{i}")]),
            Looks = [new(0, 0, 0, [first], [])],
        });
    }

    private static NetworkDesign Deep(int width, int layers) => new() { Hidden = [.. Enumerable.Repeat(width, layers)] };

    private static StartForecast Forecast(NetworkDesign design, string initializer, int inputs)
        => Forecast(design, initializer, new Shape(inputs));

    private static StartForecast Forecast(NetworkDesign design, string initializer, Shape inputs)
    {
        Network network = design.Build(inputs, 16);
        Initializer drawn = Initializer.Parse(initializer);
        network.Initialize(drawn, seed: 1);
        return StartForecast.Of(network, drawn, Rows(inputs), seed: 3);
    }

    private static ArraySource Rows(Shape inputs)
    {
        const int Count = 64;
        float[] values = new float[Count * inputs.Length];
        new Philox(1, RandomPurpose.SyntheticData).FillNormal(values);
        return new(values, new float[Count], inputs);
    }

    private static double InputMeanSquare(int inputs)
    {
        float[] values = new float[64 * inputs];
        Rows(new Shape(inputs)).Fill([.. Enumerable.Range(0, 64)], values, []);
        return values.Average(x => (double)x * x);
    }
}
