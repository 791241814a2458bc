using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class ShapeTests
{
    public static TheoryData<Shape, int[]> Shapes => new()
    {
        { new(7), [7] },
        { new(2, 3), [2, 3] },
        { new(2, 3, 4), [2, 3, 4] },
        { new(2, 3, 4, 5), [2, 3, 4, 5] },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Units_come_last_and_positions_before_them(Shape shape, int[] dimensions)
    {
        Assert.Equal(dimensions.Length, shape.Dimensions);
        Assert.Equal(dimensions, Enumerable.Range(0, dimensions.Length).Select(i => shape[i]));
        int[] four = [.. dimensions, .. Enumerable.Repeat(1, 4 - dimensions.Length)];
        Assert.Equal(four, (int[])[shape.First, shape.Second, shape.Third, shape.Fourth]);
        Assert.Equal(dimensions.Aggregate((product, next) => product * next), shape.Length);
        Assert.Equal(dimensions[^1], shape.Units);
        Assert.Equal(shape.Length / shape.Units, shape.Positions);
        Assert.Equal((dimensions.Length == 1, dimensions.Length == 3), (shape.IsFlat, shape.IsImage));
        Assert.Equal(string.Join('x', dimensions), shape.ToString());
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_same_positions_can_have_other_units(Shape shape, int[] dimensions)
    {
        Shape other = shape.WithUnits(9);

        Assert.Equal([.. dimensions[..^1], 9], Enumerable.Range(0, other.Dimensions).Select(i => other[i]));
    }

    [Fact]
    public void A_dimension_is_1_or_more()
    {
        Assert.Equal(1, new Shape(1, 1, 1, 1).Length);
        Assert.Throws<ArgumentException>(() => new Shape(0));
        Assert.Throws<ArgumentException>(() => new Shape(1, 0));
        Assert.Throws<ArgumentException>(() => new Shape(1, 1, 0));
        Assert.Throws<ArgumentException>(() => new Shape(1, 1, 1, -1));
    }

    [Fact]
    public void A_sample_has_no_more_numbers_than_an_index_reaches()
    {
        Assert.Equal(int.MaxValue, new Shape(int.MaxValue, 1).Length);
        Assert.Throws<ArgumentException>(() => new Shape(65536, 32768));
        Assert.Throws<ArgumentException>(() => new Shape(65536, 2, 16384));
        Assert.Equal(
            "A sample of 2,147,483,648 numbers is too large: 2,147,483,647 fit. Take smaller images.",
            Assert.Throws<ArgumentException>(() => new Shape(65536, 2, 2, 8192)).Message);
    }
}
