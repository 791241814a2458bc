using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class ErrorSumTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(21)]
    [InlineData(4099)]
    public void Losses_are_summed_in_blocks_of_4096_in_16_parts_whatever_the_width(int length)
    {
        (float[] values, float[] targets) = (Numbers(length, seed: 1), Numbers(length, seed: 2));
        double expected = 0;
        for (int start = 0; start < length; start += 4096)
        {
            float[] parts = new float[16];
            for (int i = start; i < Math.Min(start + 4096, length); i++)
            {
                float error = values[i] - targets[i];
                parts[i % 16] += error * error;
            }
            foreach (float part in parts) { expected += part; }
        }

        foreach (int width in (int[])[1, 4, 8, 16])
        {
            float[] slopes = new float[length + 1];
            double sum = ErrorSum.Of(new Square(), values, targets, count: 3, slopes.AsSpan(..length), width);
            Assert.Equal(expected, sum);
            Assert.Equal([.. Enumerable.Range(0, length).Select(i => (values[i] - targets[i]) / 3), 0], slopes);
        }
    }

    private static float[] Numbers(int length, ulong seed)
    {
        float[] numbers = new float[length];
        new Philox(seed, RandomPurpose.Probe).FillNormal(numbers);
        return numbers;
    }

    private readonly struct Square : IErrorTerm
    {
        public (T Loss, T Slope) Of<T>(T error) where T : struct, ISimdLane<T>, ILane<T> => (error * error, error);
    }
}
