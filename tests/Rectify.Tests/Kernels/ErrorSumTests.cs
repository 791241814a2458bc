using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class ErrorSumTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(21)]
    [InlineData(4099)]
    public void Losses_and_slopes_are_the_same_bits_at_every_width(int length)
    {
        (double sum, float[] slopes) = Evaluate(length, width: 16);

        foreach (int width in (int[])[1, 4, 8])
        {
            (double again, float[] others) = Evaluate(length, width);
            Assert.Equal(sum, again);
            Assert.Equal(slopes, others);
        }
        Assert.Equal(slopes.Sum(slope => (double)slope * slope) * length, sum, 1e-5 * sum);
    }

    private static (double Sum, float[] Slopes) Evaluate(int length, int width)
    {
        (float[] values, float[] targets, float[] slopes) = (new float[length], new float[length], new float[length]);
        new Philox(1, RandomPurpose.Probe).FillNormal(values);
        new Philox(2, RandomPurpose.Probe).FillNormal(targets);
        return (ErrorSum.Of(new Square(), values, targets, MathF.Sqrt(length), slopes, width), slopes);
    }

    private readonly struct Square : IErrorTerm
    {
        public (T Loss, T Slope) Of<T>(T error) where T : struct, ISimdLane<T>, ILane<T> => (error * error, error);
    }
}
