using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

public sealed class PoolingTests
{
    // One channel of 4 × 5: 1 … 20 row by row, but for a large number in the second window.
    private static readonly float[] Image = [1, 2, 3, 4, 5, 6, 7, 90, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20];

    [Fact]
    public void The_largest_of_each_window_comes_out_and_the_rest_of_the_image_is_left_out()
        => Assert.Equal([7f, 90, 17, 19], Run(new MaxPool(2)).Forward(Image));

    [Fact]
    public void Its_gradient_goes_to_the_place_it_came_from()
    {
        LayerRun run = Run(new MaxPool(2));
        run.Forward(Image);

        Assert.Equal([0f, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 4, 0], run.InputGradient(1, 2, 3, 4));
    }

    [Fact]
    public void Windows_that_overlap_add_up_the_gradients_of_a_place_that_won_in_several()
    {
        LayerRun run = Run(new MaxPool(new PoolWindow((2, 3), stride: (2, 1))));

        Assert.Equal([90f, 90, 90, 18, 19, 20], run.Forward(Image));
        Assert.Equal([0f, 0, 0, 0, 0, 0, 0, 1 + 2 + 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 16, 32], run.InputGradient(1, 2, 4, 8, 16, 32));
    }

    [Fact]
    public void On_a_tie_the_first_of_the_largest_gets_all_of_the_gradient()
    {
        LayerRun run = Run(new MaxPool(2));
        run.Forward(new float[20]);

        Assert.Equal([1f, 0, 2, 0, 0, 0, 0, 0, 0, 0, 3, 0, 4, 0, 0, 0, 0, 0, 0, 0], run.InputGradient(1, 2, 3, 4));
    }

    [Fact]
    public void Padding_never_wins()
    {
        float[] negative = [.. Image.Select(x => -x)];

        Assert.Equal(
            [-1f, -2, -4, -6, -7, -9, -16, -17, -19],
            Run(new MaxPool(new PoolWindow((2, 2), padding: (1, 1)))).Forward(negative));
    }

    [Theory]
    [InlineData(2, 2, 2, 3)]
    [InlineData(3, 2, 2, 3)]
    [InlineData(3, 1, 4, 5)]
    [InlineData(1, 3, 2, 2)]
    public void Same_padding_gives_a_window_for_each_stride_begun(int size, int stride, int height, int width)
        => Assert.Equal(
            new Shape(height, width, 1),
            new MaxPool(PoolWindow.Same((size, size), (stride, stride))).OutputShape([new Shape(4, 5, 1)]));

    [Fact]
    public void Same_padding_puts_an_odd_place_behind_the_image()
        => Assert.Equal([7f, 90, 10, 17, 19, 20], Run(new MaxPool(PoolWindow.Same((2, 2)))).Forward(Image));

    [Theory]
    [InlineData(0, 2, 0, "A window of 0x0 is out of range: it takes 1x1 or more.")]
    [InlineData(2, 0, 0, "A stride of 0x0 is out of range: it takes 1x1 or more.")]
    [InlineData(2, 2, 2, "A padding of 2x2 is out of range: a window of 2x2 takes 0x0 or more, and less than itself.")]
    public void A_window_that_cannot_be_is_refused(int size, int stride, int padding, string sentence)
        => Assert.Equal(
            sentence,
            Assert.Throws<ArgumentException>(() => new PoolWindow((size, size), (stride, stride), (padding, padding))).Message);

    [Fact]
    public void A_window_larger_than_the_image_is_refused()
        => Assert.Equal(
            "max-pool 5x5 has a window larger than its images of 4x5x1: take a smaller window or padding.",
            Assert.Throws<ArgumentException>(() => Run(new MaxPool(5))).Message);

    [Fact]
    public void The_average_is_of_the_places_in_the_image_alone()
        => Assert.Equal(
            [(1 + 2 + 6 + 7) / 4f, (3 + 4 + 90 + 9) / 4f, (5 + 10) / 2f, 14, (13 + 14 + 18 + 19) / 4f, (15 + 20) / 2f],
            Run(new AveragePool(PoolWindow.Same((2, 2)))).Forward(Image));

    [Fact]
    public void Its_gradient_is_shared_by_the_places_of_the_window()
    {
        LayerRun run = Run(new AveragePool(new PoolWindow((4, 2), stride: (4, 1))));
        run.Forward(Image);

        Assert.Equal([1f, 3, 6, 12, 8, 1, 3, 6, 12, 8, 1, 3, 6, 12, 8, 1, 3, 6, 12, 8], run.InputGradient(8, 16, 32, 64));
    }

    [Fact]
    public void The_average_over_all_positions_is_one_number_a_channel()
    {
        var run = new LayerRun(WorkspaceKind.Training, 2, new Shape(1, 4, 2), new PReluLayer(2, slope: 1), new GlobalAveragePool());

        Assert.Equal([4f, 5, -1, 0], run.Forward(1, 2, 3, 4, 5, 6, 7, 8, -1, 1, -1, 1, -1, -1, -1, -1));
        Assert.Equal([1f, 2, 1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4, 3, 4], run.InputGradient(4, 8, 12, 16));
    }

    [Fact]
    public void An_average_over_a_large_image_is_near_the_true_one()
    {
        // 300 × 300 positions of 0.1: one chain of additions would be off by 1e-4.
        var run = new LayerRun(WorkspaceKind.Inference, 1, new Shape(300, 300, 1), new GlobalAveragePool());

        Assert.Equal(0.1f, run.Forward([.. Enumerable.Repeat(0.1f, 90_000)])[0], 1e-6f);
    }

    [Fact]
    public void Flatten_keeps_the_order()
    {
        LayerRun run = Run(new Flatten());

        Assert.Equal(Image, run.Forward(Image));
        Assert.Equal(new Shape(20), run.Network.OutputShape);
    }

    // In training mode behind a layer that learns, so that a gradient comes back.
    private static LayerRun Run(Layer layer) => new(WorkspaceKind.Training, 1, new Shape(4, 5, 1), new PReluLayer(1, slope: 1), layer);
}
