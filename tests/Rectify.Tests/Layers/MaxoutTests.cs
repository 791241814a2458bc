using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

public sealed class MaxoutTests
{
    // One input, two units of two pieces, written piece after piece: max(x, −x) = |x| and max(2x + 1, 0).
    private static LayerRun Run(WorkspaceKind kind)
    {
        var run = new LayerRun(kind, 3, 1, new Dense(1, 4), new Maxout());
        ((ReadOnlySpan<float>)[1, 2, -1, 0]).CopyTo(run.Value(0, "weight"));
        ((ReadOnlySpan<float>)[0, 1, 0, 0]).CopyTo(run.Value(0, "bias"));
        return run;
    }

    [Theory]
    [InlineData(WorkspaceKind.Inference)]
    [InlineData(WorkspaceKind.Training)]
    public void A_unit_is_its_largest_piece(WorkspaceKind kind) => Assert.Equal([3f, 7, 2, 0, 0, 1], Run(kind).Forward(3, -2, 0));

    [Fact]
    public void Only_the_piece_that_won_gets_the_gradient_and_the_first_one_on_a_tie()
    {
        LayerRun run = Run(WorkspaceKind.Training);
        run.Forward(3, -2, 0);
        run.Backward(1, 10, 100, 1000, 10_000, 100_000);

        // Unit 0: rows 3 and 0 (a tie) go to piece 0, row −2 to piece 1. Unit 1: rows 3 and 0 to piece 0, row −2 to piece 1.
        Assert.Equal([10_001, 100_010, 100, 1000], run.Gradient(0, "bias"));
        Assert.Equal([3, 30, -200, -2000], run.Gradient(0, "weight"));
    }

    [Fact]
    public void Slopes_are_the_numbers_of_the_pieces()
    {
        LayerRun run = Run(WorkspaceKind.Observation);
        run.Forward(3, -2, 0);
        float[] slopes = new float[6];
        ((IActivationLayer)run.Network.Nodes[1].Layer).Slopes(run.Workspace.Passes[1], slopes);

        Assert.Equal([1f, 1, 2, 2, 1, 1], slopes);
    }

    [Fact]
    public void One_piece_is_no_maxout()
        => Assert.Equal(
            "Maxout with 1 pieces is out of range: it takes 2 or more.",
            Assert.Throws<ArgumentException>(() => new Maxout(1)).Message);
}
