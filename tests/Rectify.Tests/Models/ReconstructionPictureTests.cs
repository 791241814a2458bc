using Rectify.Data;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Models;
using Rectify.Networks;

namespace Rectify.Tests.Models;

public sealed class ReconstructionPictureTests
{
    private static readonly Shape TwoGreys = new(1, 2, 1);

    [Fact]
    public void Each_image_stands_above_what_the_network_makes_of_it()
    {
        // The identity: what comes out is what went in, but for the second pixel, which loses half of its light.
        Model model = Autoencoder(images: Images(12), weights: [1, 0, 0, 0.5f]);
        SampleSource source = ((ImagePipeline)model.Pipeline).Bind(Images(12)).ToSource();
        ImageGrid grid = ReconstructionPicture.Draw(model, source);

        // Two pairs of rows, ten columns, two pixels between any two images.
        Assert.Equal(new Shape(4 + 3 * 2, 10 * 2 + 9 * 2, 1), grid.Shape);
        Assert.Equal([0, 100], At(grid, row: 0, column: 0));
        Assert.Equal([0, 50], At(grid, row: 1, column: 0));
        Assert.Equal([9, 100], At(grid, row: 0, column: 9));
        Assert.Equal([9, 50], At(grid, row: 1, column: 9));
        Assert.Equal([11, 100], At(grid, row: 2, column: 1));
        Assert.Equal([11, 50], At(grid, row: 3, column: 1));
        Assert.Equal([128, 128], At(grid, row: 2, column: 2));
    }

    [Fact]
    public void Of_many_images_some_of_everywhere_are_drawn()
    {
        Model model = Autoencoder(images: Images(100), weights: [1, 0, 0, 1]);
        ImageGrid grid = ReconstructionPicture.Draw(model, ((ImagePipeline)model.Pipeline).Bind(Images(100)).ToSource());
        Assert.Equal([45, 100], At(grid, row: 0, column: 9));
        Assert.Equal([95, 100], At(grid, row: 2, column: 9));
    }

    [Fact]
    public void A_model_of_classes_draws_nothing()
    {
        Network network = new NetworkBuilder(TwoGreys).Add(new Dense(2, 2)).Build();
        ImageSet images = new("x", TwoGreys, [[0, 1], [2, 3]], ["a", "b"], [0, 1]);
        ImagePipeline pipeline = ImagePipeline.Fit(images, [0, 1], new DataOptions(), stretches: false);
        Model model = new(network, pipeline, OutputMeaning.ClassScores, "cross-entropy");
        Assert.Throws<ArgumentException>(() => ReconstructionPicture.Draw(model, pipeline.Bind(images).ToSource()));
    }

    private static Model Autoencoder(ImageSet images, float[] weights)
    {
        Network network = new NetworkBuilder(TwoGreys).Add(new Dense(2, 2)).Build();
        weights.CopyTo(network.Row);
        DataOptions options = new() { Task = TaskKind.Reconstruction, Scaling = Scaling.None };
        return new(network, ImagePipeline.Fit(images, [0], options, stretches: false), OutputMeaning.Values, "mse");
    }

    // Image i has the bytes i and 100.
    private static ImageSet Images(int count)
        => new("numbers", TwoGreys, [.. Enumerable.Range(0, count).Select(i => (byte[])[(byte)i, 100])], [], []);

    private static byte[] At(ImageGrid grid, int row, int column)
        => grid.Pixels.AsSpan(row * 3 * grid.Shape.Second + column * 4, 2).ToArray();
}
