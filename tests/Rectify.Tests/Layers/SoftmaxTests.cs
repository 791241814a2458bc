using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

public sealed class SoftmaxTests
{
    [Fact]
    public void Shares_of_each_row_add_up_to_1_and_follow_the_exponentials()
    {
        float[] y = Forward(2, 0, MathF.Log(2), MathF.Log(5), -3, -3, -3);

        Assert.Equal([1 / 8.0, 2 / 8.0, 5 / 8.0, 1 / 3.0, 1 / 3.0, 1 / 3.0], y.Select(v => (double)v), (a, b) => Math.Abs(a - b) < 1e-7);
    }

    [Theory]
    [InlineData(1e4f, 0, -1e4f)]
    [InlineData(3e38f, 3e38f, -3e38f)]
    [InlineData(-3e38f, -3e38f, -3e38f)]
    public void Large_numbers_of_either_sign_still_give_shares(float a, float b, float c)
    {
        float[] y = Forward(1, a, b, c);

        Assert.All(y, share => Assert.InRange(share, 0, 1));
        Assert.Equal(1, y.Sum(), 1e-6);
    }

    private static float[] Forward(int rows, params ReadOnlySpan<float> x)
        => new LayerRun(WorkspaceKind.Inference, rows, 3, new Softmax()).Forward(x);
}
