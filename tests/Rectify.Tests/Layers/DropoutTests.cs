using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

public sealed class DropoutTests
{
    private const int Width = 20_000;
    private static readonly float[] Threes = [.. Enumerable.Repeat(3f, Width)];

    [Theory]
    [InlineData(0f)]
    [InlineData(0.25f)]
    [InlineData(0.9f)]
    public void The_rate_is_the_share_of_zeros_and_the_rest_is_scaled_up(float rate)
    {
        float[] y = Run(WorkspaceKind.Training, rate).Forward(Threes);

        // Four deviations of a share of 20,000.
        Assert.Equal(rate, y.Count(v => v == 0) / (double)Width, 4 * Math.Sqrt(rate * (1 - rate) / Width));
        Assert.All(y, v => Assert.True(v == 0 || MathF.Abs(v - 3 / (1 - rate)) < 1e-5f));
    }

    [Fact]
    public void Inference_passes_everything_through() => Assert.Equal(Threes, Run(WorkspaceKind.Inference, 0.5f).Forward(Threes));

    [Fact]
    public void The_same_seed_and_step_drop_the_same_numbers_and_others_do_not()
    {
        LayerRun run = Run(WorkspaceKind.Training, 0.5f);
        float[] first = run.Forward(Threes);
        run.Workspace.Step = 1;
        float[] next = run.Forward(Threes);
        run.Workspace.Step = 0;
        float[] again = run.Forward(Threes);
        run.Workspace.Seed++;
        float[] otherSeed = run.Forward(Threes);

        Assert.Equal(first, again);
        Assert.InRange(first.Zip(next).Count(p => p.First != p.Second), 0.45 * Width, 0.55 * Width);
        Assert.InRange(first.Zip(otherSeed).Count(p => p.First != p.Second), 0.45 * Width, 0.55 * Width);
    }

    [Fact]
    public void Two_dropouts_of_one_network_drop_different_numbers()
    {
        var run = new LayerRun(WorkspaceKind.Training, 1, Width, new Dropout(0.5f), new Dropout(0.5f));
        float[] y = run.Forward(Threes);

        Assert.Equal(0.75, y.Count(v => v == 0) / (double)Width, 0.02);
    }

    [Fact]
    public void Channels_of_a_sample_are_dropped_as_a_whole_and_the_rest_is_scaled_up()
    {
        const int Samples = 2000, Positions = 4, Channels = 5;
        var run = new LayerRun(WorkspaceKind.Training, Samples, new Shape(2, 2, Channels), new ChannelDropout(0.25f));
        float[] y = run.Forward([.. Enumerable.Repeat(3f, Samples * Positions * Channels)]);
        float[] first = [.. y.Where((_, i) => i / Channels % Positions == 0)];

        Assert.All(first, v => Assert.True(v is 0 or 4));
        Assert.All(y.Index(), n => Assert.Equal(first[n.Index / (Positions * Channels) * Channels + n.Index % Channels], n.Item));
        Assert.Equal(0.25, first.Count(v => v == 0) / (double)first.Length, 4 * Math.Sqrt(0.25 * 0.75 / first.Length));
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1f)]
    [InlineData(float.NaN)]
    public void A_rate_out_of_range_is_refused(float rate)
        => Assert.Equal(
            $"A dropout rate of {rate} is out of range: it takes 0 or more and less than 1.",
            Assert.Throws<ArgumentException>(() => new Dropout(rate)).Message);

    private static LayerRun Run(WorkspaceKind kind, float rate) => new(kind, 1, Width, new Dropout(rate));
}
