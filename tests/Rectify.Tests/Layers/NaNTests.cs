using Rectify.Activations;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

public sealed class NaNTests
{
    public static TheoryData<string, Shape, WorkspaceKind> LayersOfOneInput => new(LayerExamples.All
        .SelectMany(e => new[] { (e.Text, e.Input, WorkspaceKind.Training), (e.Text, e.Input, WorkspaceKind.Inference) }));

    public static TheoryData<string> Activations => [.. ActivationCatalog.All.Select(e => e.Info.Name)];

    [Theory]
    [MemberData(nameof(LayersOfOneInput))]
    public void A_layer_never_hides_that_a_number_is_NaN(string text, Shape shape, WorkspaceKind kind)
    {
        var run = new LayerRun(kind, 3, shape, LayerCatalog.Parse(text));
        run.Network.Initialize(Initializer.Parse("he"), seed: 1);
        float[] input = [.. Enumerable.Range(1, 3 * shape.Length).Select(i => (float)i)];
        input[shape.Length + 1] = float.NaN;

        Assert.Contains(run.Forward(input), float.IsNaN);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Nor_does_an_activation_in_a_layer_of_its_own_or_fused(string name)
    {
        Layer activation = ActivationLayers.Create(Activation.Parse(name), 3);
        var run = new LayerRun(WorkspaceKind.Inference, 1, 2, new Dense(2, 3), activation, new Dense(3, 1));
        run.Network.Initialize(Initializer.Parse("he"), seed: 1);

        Assert.Equal([float.NaN], run.Forward(1, float.NaN));
    }
}
