using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

public sealed class SlopedLayerTests
{
    private const int Width = 30_000;
    private static readonly float[] MinusOnes = [.. Enumerable.Repeat(-1f, Width)];

    [Fact]
    public void A_shared_prelu_slope_gathers_the_gradient_of_every_negative_number()
    {
        var run = new LayerRun(WorkspaceKind.Training, 2, 2, new PReluLayer(2, 0.5f));

        Assert.Equal([-1f, 3, -2, -3], run.Forward(-2, 3, -4, -6));
        run.Backward(1, 10, 100, 1000);
        Assert.Equal([-2 * 1 - 4 * 100 - 6 * 1000], run.Gradient(0, "slope"));
    }

    [Fact]
    public void Slopes_per_unit_gather_those_of_their_own_column()
    {
        var run = new LayerRun(WorkspaceKind.Training, 2, 2, new PReluLayer(2, 0.5f, perUnit: true));
        run.Value(0, "slope")[1] = -1;

        Assert.Equal([-1f, 3, -2, 6], run.Forward(-2, 3, -4, -6));
        run.Backward(1, 10, 100, 1000);
        Assert.Equal([-2 * 1 - 4 * 100, -6 * 1000], run.Gradient(0, "slope"));
    }

    [Fact]
    public void Rrelu_draws_slopes_from_the_whole_range_in_training()
    {
        float[] slopes = [.. new LayerRun(WorkspaceKind.Training, 1, Width, new RReluLayer(0.1f, 0.3f)).Forward(MinusOnes).Select(y => -y)];

        Assert.InRange(slopes.Min(), 0.1f, 0.1001f);
        Assert.InRange(slopes.Max(), 0.2999f, 0.3f);
        Assert.Equal(0.2, slopes.Average(), 4 * 0.2 / Math.Sqrt(12.0 * Width));
    }

    [Fact]
    public void Rrelu_uses_the_mean_slope_in_inference_and_1_on_the_positive_side()
    {
        var run = new LayerRun(WorkspaceKind.Inference, 1, 2, new RReluLayer());

        Assert.Equal([-0.229166672f, 5], run.Forward(-1, 5));
    }

    [Fact]
    public void Rrelu_draws_the_same_slopes_in_the_same_step_only()
    {
        var run = new LayerRun(WorkspaceKind.Training, 1, Width, new RReluLayer());
        float[] first = run.Forward(MinusOnes), again = run.Forward(MinusOnes);
        run.Workspace.Step = 1;

        Assert.Equal(first, again);
        Assert.NotEqual(first, run.Forward(MinusOnes));
    }
}
