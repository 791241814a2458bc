using System.Text.Json.Nodes;
using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data.Images;

public sealed class ImagePipelineTests
{
    // One pixel of three colours: red 0 and 20, green 10 and 10, blue 0 and 200; a third image that is not learned from.
    private static readonly ImageSet Colours = new(
        "colours", new Shape(1, 1, 3), [[0, 10, 0], [20, 10, 200], [255, 255, 255]], ["dull", "vivid"], [0, 1, 1]);

    [Fact]
    public void Each_channel_has_the_scale_of_its_training_images()
    {
        // Means 10, 10, 100 and deviations 10, none, 100.
        Assert.Equal([-1, 0, -1], Encoded(Fit(Scaling.Standard), 0));
        Assert.Equal([24.5f, 245, 1.55f], Encoded(Fit(Scaling.Standard), 2));
        Assert.Equal([20f / 255, 10f / 255, 200f / 255], Encoded(Fit(Scaling.MinMax), 1));
        Assert.Equal([20, 10, 200], Encoded(Fit(Scaling.None), 1));
    }

    [Theory]
    [InlineData(-1f, 0)]
    [InlineData(0.97f, 20)]
    [InlineData(-7f, 0)]
    [InlineData(900f, 255)]
    [InlineData(float.NaN, 0)]
    public void A_number_stands_for_the_nearest_byte(float value, byte expected)
        => Assert.Equal(expected, Fit(Scaling.Standard).ToByte(value, channel: 0));

    [Fact]
    public void It_comes_back_from_JSON_as_it_was()
    {
        ImagePipeline pipeline = Fit(Scaling.Standard);
        JsonObject json = pipeline.ToJson();
        ImagePipeline back = Assert.IsType<ImagePipeline>(Pipeline.FromJson(JsonNode.Parse(json.ToJsonString())));
        Assert.Equal(json.ToJsonString(), back.ToJson().ToJsonString());
        Assert.Equal((pipeline.InputShape, true), (back.InputShape, back.Stretches));
        Assert.Equal(Encoded(pipeline, 2), Encoded(back, 2));
    }

    [Theory]
    [InlineData("height", "0")]
    [InlineData("channels", "[]")]
    [InlineData("stretches", "7")]
    [InlineData("width", "\"wide\"")]
    public void A_field_that_was_altered_is_named(string field, string value)
    {
        JsonObject json = Fit(Scaling.Standard).ToJson();
        json["images"]![field] = JsonNode.Parse(value);
        Assert.Contains(field, Assert.Throws<DataException>(() => Pipeline.FromJson(json)).Message);
    }

    [Fact]
    public void Classes_are_matched_by_name()
    {
        ImageSet others = new("others", new Shape(1, 1, 3), [[1, 2, 3], [4, 5, 6], [7, 8, 9]], ["vivid", "wild", "dull"], [0, 1, 2]);
        BoundImages bound = Fit(Scaling.Standard).Bind(others);
        Assert.True(bound.HasTarget);
        Assert.Equal([1, float.NaN, 0], Enumerable.Range(0, 3).Select(bound.TargetAt));
        Assert.Equal([0, 2], bound.RowsWithTarget);
    }

    [Fact]
    public void An_image_that_is_reconstructed_is_its_own_target()
    {
        DataOptions options = new() { Task = TaskKind.Reconstruction };
        BoundImages bound = ImagePipeline.Fit(Colours, trainingRows: [0, 1], options, stretches: false)
            .Bind(new("others", new Shape(1, 1, 3), [[1, 2, 3]], [], []));
        Assert.True(bound.HasTarget);
        Assert.Equal(0, bound.TargetAt(0));
    }

    [Fact]
    public void Images_of_another_shape_are_refused() => Assert.Equal(
        "grey has images of 1x1x1, but the model takes 1x1x3.",
        Assert.Throws<DataException>(() => Fit(Scaling.None).Bind(new("grey", new Shape(1, 1, 1), [[1]], [], []))).Message);

    private static ImagePipeline Fit(Scaling scaling)
        => ImagePipeline.Fit(Colours, trainingRows: [0, 1], new DataOptions { Scaling = scaling }, stretches: true);

    private static float[] Encoded(ImagePipeline pipeline, int image)
    {
        float[] numbers = new float[3];
        pipeline.Bind(Colours).ToSource().Fill([image], numbers, []);
        return numbers;
    }
}
