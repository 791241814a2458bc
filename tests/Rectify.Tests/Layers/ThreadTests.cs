using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

public sealed class ThreadTests
{
    // Enough numbers of the shortest sample for several parts of work.
    private const int Numbers = 150_000;

    public static TheoryData<string, Shape> LayersOfOneInput => new(LayerExamples.All);

    [Theory]
    [MemberData(nameof(LayersOfOneInput))]
    public void A_large_batch_gives_the_same_bits_on_any_number_of_threads(string text, Shape input)
    {
        float[] one = Pass(1);

        Assert.Equal(one, Pass(2));
        Assert.Equal(one, Pass(3));

        float[] Pass(int threads) => Run(threads, Numbers / input.Length, input, new BatchNorm(input.Units), LayerCatalog.Parse(text));
    }

    [Fact]
    public void So_do_sums_and_concatenations()
    {
        float[] one = Pass(1);

        Assert.Equal(one, Pass(2));
        Assert.Equal(one, Pass(3));

        static float[] Pass(int threads)
        {
            var builder = new NetworkBuilder(new Shape(3, 3, 5));
            int a = builder.Add(new BatchNorm(5), [Node.NetworkInput]);
            int b = builder.Add(new ActivationLayer("gelu"), [a]);
            int sum = builder.Add(new Add(), [a, b]);
            builder.Add(new Concat(), [a, b, sum]);
            return Run(threads, 4000, builder.Build());
        }
    }

    private static float[] Run(int threads, int samples, Shape input, params ReadOnlySpan<Layer> layers)
        => Run(threads, samples, Network.Stack(input, layers));

    // All that comes out of a forward and a backward pass.
    private static float[] Run(int threads, int samples, Network network)
    {
        using var workers = new Workers(threads);
        network.Initialize(Initializer.Parse("he"), seed: 1);
        var workspace = new Workspace(network, WorkspaceKind.Training, samples, workers);
        workspace.Input.Count = samples;
        new Philox(1, RandomPurpose.SyntheticData).FillUniform(workspace.Input.Values);
        Arithmetic.AddConstant(workspace.Input.Values, -0.5f, workspace.Input.Values);
        float[] output = workspace.Forward().Values.ToArray();
        new Philox(2, RandomPurpose.SyntheticData).FillUniform(workspace.OutputGradient.Values);
        workspace.Backward();
        return [.. output, .. workspace.Gradients, .. workspace.Passes[0].OutputGradient.Values];
    }
}
