using Rectify.Activations;
using Rectify.Data;
using Rectify.Models;
using Rectify.Networks;

namespace Rectify.Tests.Models;

public sealed class ModelTests
{
    public static TheoryData<string, NetworkDesign> Designs => new()
    {
        { "relu", new NetworkDesign { Hidden = [6, 5] } },
        { "no hidden layer", new NetworkDesign { Hidden = [] } },
        { "batch-norm and dropout", new NetworkDesign { Hidden = [6], BatchNorm = true, Dropout = 0.2f } },
        { "maxout", new NetworkDesign { Hidden = [4], Maxout = 3 } },
        { "prelu", new NetworkDesign { Hidden = [6], Activation = Activation.Parse("prelu:per-channel,slope=0.1") } },
        { "rrelu", new NetworkDesign { Hidden = [6], Activation = Activation.Parse("rrelu:lower=0.2") } },
        { "leaky, softmax", new NetworkDesign { Activation = Activation.Parse("leaky-relu:slope=0.2"), OutputActivation = "softmax" } },
        { "softmax twice", new NetworkDesign { OutputActivation = "softmax,softmax" } },
    };

    [Theory]
    [MemberData(nameof(Designs))]
    public void A_model_read_back_predicts_the_same_bits_and_saves_the_same_bytes(string _, NetworkDesign design)
    {
        using var saved = new SavedModel(design);
        Model read = Model.Load(saved.Path);
        read.Save(saved.In("again.safetensors"));

        Assert.Equal(Shares(saved.Model, saved.Table), Shares(read, saved.Table));
        Assert.Equal(File.ReadAllBytes(saved.Path), File.ReadAllBytes(saved.In("again.safetensors")));
        Assert.Equal((saved.Model.Meaning, saved.Model.Loss), (read.Meaning, read.Loss));
        Assert.Equal(saved.Model.Labels, read.Labels);
    }

    [Fact]
    public void A_regression_reads_back_too()
    {
        using var saved = new SavedModel(target: "weight");
        Model read = Model.Load(saved.Path);

        Assert.Equal(saved.Model.Predict(saved.Table).Select(p => p.Value), read.Predict(saved.Table).Select(p => p.Value));
        Assert.All(read.Predict(saved.Table), p => Assert.True(p.Label is null && p.Shares.Count == 0 && double.IsFinite(p.Value)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bce")]
    [InlineData("mse")]
    public void The_label_is_that_of_the_largest_share_and_shares_add_up_to_1(string? loss)
    {
        using var saved = new SavedModel(loss: loss);

        Assert.All(saved.Model.Predict(saved.Table), p =>
        {
            Assert.Equal(1, p.Shares.Sum(), 1e-6);
            Assert.Equal(saved.Model.Labels[p.Shares.ToList().IndexOf(p.Shares.Max())], p.Label);
            Assert.Equal(p.Shares.Max(), p.Value, 1e-7);
        });
    }

    [Theory]
    [InlineData(new[] { 0.5f, 1.5f, -3 }, new[] { 0.25f, 0.75f, 0 })]
    [InlineData(new[] { -2f, -1, -1.5f }, new[] { 0f, 1, 0 })]
    [InlineData(new[] { 0.25f }, new[] { 0.75f, 0.25f })]
    [InlineData(new[] { -4f }, new[] { 1f, 0 })]
    public void Values_of_classes_are_shares_of_what_is_above_0(float[] outputs, float[] expected)
    {
        float[] shares = new float[expected.Length];
        OutputReader.Shares(OutputMeaning.ClassValues, outputs, shares);
        Assert.Equal(expected, shares);
    }

    [Fact]
    public void Every_parameter_is_a_tensor_of_its_shape()
    {
        using var saved = new SavedModel(new NetworkDesign { Hidden = [6], BatchNorm = true, Activation = Activation.Parse("prelu") });
        SafetensorsFile file = SafetensorsFile.Read(saved.Path);
        var parameters = saved.Model.Network.Nodes.SelectMany(
            n => n.Layer.Parameters.Select(p => (Name: $"{n.Name}.{p.Name}", p.Length, Values: p.Value.ToArray())));

        Assert.All(parameters, p =>
        {
            SafetensorsFile.Tensor tensor = file.Tensors.Single(t => t.Name == p.Name);
            Assert.Equal(p.Values, tensor.Values.ToArray());
            Assert.Equal(p.Length, tensor.Shape.Aggregate(1, (product, n) => product * n));
        });
        Assert.Equal(parameters.Count(), file.Tensors.Count);
    }

    [Fact]
    public void Predictions_that_are_interleaved_do_not_disturb_each_other()
    {
        using var saved = new SavedModel();
        float[] alone = Shares(saved.Model, saved.Table);

        Assert.Equal(alone, saved.Model.Predict(saved.Table).Zip(saved.Model.Predict(saved.Table)).SelectMany(pair => pair.Second.Shares));
    }

    [Fact]
    public void Categories_never_seen_and_missing_cells_are_predicted()
    {
        using var saved = new SavedModel();
        Table strange = new(
            "strange.csv",
            new CategoryColumn("colour", ["violet", null, "red"]),
            new NumberColumn("weight", [float.NaN, 1, 2]),
            new NumberColumn("size", [1, float.NaN, 1e30f]));

        Assert.All(saved.Model.Predict(strange), p => Assert.Contains(p.Label, saved.Model.Labels));
        Assert.Equal(3, saved.Model.Predict(strange).Count());
    }

    [Fact]
    public void A_table_without_a_column_is_refused_when_prediction_is_asked_for()
    {
        using var saved = new SavedModel();
        Table narrow = new("narrow.csv", new NumberColumn("size", [1]));

        string sentence = Assert.Throws<DataException>(() => saved.Model.Predict(narrow)).Message;
        Assert.Contains("lacks 2 columns that the model needs", sentence);
    }

    [Fact]
    public void Rows_tied_to_the_pipeline_of_another_model_are_refused()
    {
        using SavedModel one = new(), other = new();
        BoundPipeline rows = ((TablePipeline)other.Model.Pipeline).Bind(other.Table);

        Assert.Equal(
            "table.csv is tied to the pipeline of another model: tie it to this one's, with the Bind of its Pipeline.",
            Assert.Throws<ArgumentException>(() => one.Model.Predict(rows)).Message);
    }

    [Fact]
    public void A_network_that_does_not_fit_the_pipeline_is_refused()
    {
        using var saved = new SavedModel();
        Pipeline pipeline = saved.Model.Pipeline;
        int inputs = pipeline.FeatureNames.Count + 1;
        Network other = new NetworkDesign().Build(inputs, 2);

        Assert.Equal(
            $"The network takes samples of {inputs}, but the data pipeline makes {pipeline.InputShape}.",
            Assert.Throws<ArgumentException>(() => new Model(other, pipeline, OutputMeaning.ClassScores, "cross-entropy")).Message);
    }

    [Theory]
    [InlineData(3, OutputMeaning.ClassScores, "The network puts out 3 numbers, but the 2 classes of class need 2.")]
    [InlineData(1, OutputMeaning.Values, "Outputs that are values do not tell the classes of class.")]
    public void A_network_whose_outputs_do_not_fit_the_target_is_refused(int outputs, OutputMeaning meaning, string sentence)
    {
        using var saved = new SavedModel();
        Pipeline pipeline = saved.Model.Pipeline;
        Network network = new NetworkDesign().Build(pipeline.InputShape, outputs);

        Assert.Equal(sentence, Assert.Throws<ArgumentException>(() => new Model(network, pipeline, meaning, "cross-entropy")).Message);
    }

    private static float[] Shares(Model model, Table table) => [.. model.Predict(table).SelectMany(p => p.Shares)];
}
