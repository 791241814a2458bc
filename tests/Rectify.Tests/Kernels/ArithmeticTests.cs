using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class ArithmeticTests
{
    private static readonly float[] X = [1, -2, 3, 0.5f], Y = [4, 8, -16, 2];

    [Fact]
    public void Sums_differences_and_products_are_of_what_stands_at_one_place()
    {
        Assert.Equal([5f, 6, -13, 2.5f], Of(result => Arithmetic.Add(X, Y, result)));
        Assert.Equal([-3f, -10, 19, -1.5f], Of(result => Arithmetic.Subtract(X, Y, result)));
        Assert.Equal([4f, -16, -48, 1], Of(result => Arithmetic.Multiply(X, Y, result)));
        Assert.Equal([8f, -8, -64, 3], Of(result => Arithmetic.MultiplyAdd(X, Y, Y, result)));
        Assert.Equal([3f, 0, 5, 2.5f], Of(result => Arithmetic.AddConstant(X, 2, result)));
    }

    [Fact]
    public void What_is_changed_in_place_is_the_first()
    {
        Assert.Equal([5f, 6, -13, 2.5f], Of(target => Arithmetic.Add(target, Y), X));
        Assert.Equal([13f, 22, -45, 6.5f], Of(target => Arithmetic.AddScaled(target, 3, Y), X));
        Assert.Equal([4f, -16, -48, 1], Of(target => Arithmetic.Multiply(target, Y), X));
        Assert.Equal([-3f, 6, -9, -1.5f], Of(target => Arithmetic.Scale(target, -3), X));
    }

    [Fact]
    public void A_row_is_added_to_every_row()
        => Assert.Equal([11f, 18, 13, 20.5f], Of(target => Arithmetic.AddToRows(target, [10, 20]), X));

    [Fact]
    public void A_product_that_is_added_is_rounded_once()
    {
        // (1 + 2⁻²³)² − 1 is 2⁻²² + 2⁻⁴⁶, of which a rounded square would lose the last.
        float above = MathF.BitIncrement(1), exact = MathF.ScaleB(1, -22) + MathF.ScaleB(1, -46);

        Assert.Equal([exact], Of(result => Arithmetic.MultiplyAdd([above], [above], [-1], result), [0]));
        Assert.Equal([exact], Of(target => Arithmetic.AddScaled(target, above, [above]), [-1]));
    }

    private static float[] Of(Action<float[]> change, float[]? before = null)
    {
        float[] numbers = before is null ? new float[X.Length] : [.. before];
        change(numbers);
        return numbers;
    }
}
