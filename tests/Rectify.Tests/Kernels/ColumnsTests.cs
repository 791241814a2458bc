using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class ColumnsTests
{
    public static TheoryData<int> Widths => [1, 4, 8, 16];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_column_is_swept_once_and_in_as_wide_a_lane_as_there_is_room_for(int width)
    {
        // Two registers of eight are as wide as a line of the cache.
        int[] lanes = [.. ((int[])[16, 8, 4, 1]).Where(lane => lane <= Math.Max(width, width == 8 ? 16 : 1))];
        for (int columns = 0; columns <= 70; columns++)
        {
            List<int> visits = [], expected = [];
            foreach (int lane in lanes)
            {
                while (columns - expected.Count >= lane) { expected.AddRange(Enumerable.Repeat(lane, lane)); }
            }
            ColumnSweep.Run(new Visits(visits), columns, width);

            Assert.Equal(expected, visits);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public void Sums_run_down_blocks_of_256_rows_and_then_over_the_blocks(int rows)
    {
        foreach (int columns in (int[])[1, 3, 16, 31])
        {
            float[] values = new float[rows * columns], sums = new float[columns];
            new Philox(1, RandomPurpose.SyntheticData).FillNormal(values);
            Columns.Sum(Workers.Single, values, sums);

            Assert.Equal([.. Enumerable.Range(0, columns).Select(column => SumOf(values, rows, columns, column))], sums);
        }
    }

    [Fact]
    public void Moments_are_the_mean_and_the_squares_of_the_distance_from_it()
    {
        float[] means = new float[2], squares = new float[2];
        Columns.Moments(Workers.Single, [1, 2, 3, 4, 5, 9], means, squares);

        Assert.Equal([3f, 5], means);
        Assert.Equal([8f, 26], squares);
    }

    [Fact]
    public void They_keep_a_small_spread_about_a_large_mean_over_many_rows()
    {
        // 10,000 + 0, 1, 2, 3 in turns: mean 10,001.5, and 1.25 a row.
        float[] means = new float[1], squares = new float[1];
        Columns.Moments(Workers.Single, [.. Enumerable.Range(0, 100_000).Select(i => 10_000f + i % 4)], means, squares);

        Assert.Equal(10_001.5f, means[0]);
        Assert.Equal(125_000, squares[0], 1e-6 * 125_000);
    }

    [Fact]
    public void A_plain_sum_comes_with_another_in_one_pass()
    {
        float[] sums = new float[2], plain = new float[2];
        Columns.Sum(Workers.Single, new Product(), [1, 2, 3, 4], [5, 6, 7, 8], [], sums, plain);

        Assert.Equal([26f, 44], sums);
        Assert.Equal([12f, 14], plain);
    }

    [Fact]
    public void Columns_are_copied_from_one_place_to_another()
    {
        float[] target = new float[6];
        new ColumnRange(new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }, 4).Part(1, 2).CopyTo(new ColumnRange(target, 3).Part(1, 2));

        Assert.Equal([0f, 2, 3, 0, 6, 7], target);
    }

    [Fact]
    public void Columns_are_set_to_zero_and_their_neighbours_left()
    {
        float[] values = [1, 2, 3, 4, 5, 6, 7, 8];
        new ColumnRange(values, 4).Part(1, 2).Clear();

        Assert.Equal([1f, 0, 0, 4, 5, 0, 0, 8], values);
    }

    private static float SumOf(float[] values, int rows, int columns, int column)
    {
        double total = 0;
        for (int block = 0; block < rows; block += 256)
        {
            float sum = 0;
            for (int row = block; row < Math.Min(block + 256, rows); row++) { sum += values[row * columns + column]; }
            total += sum;
        }
        return (float)total;
    }

    private readonly struct Product : IColumnTerm
    {
        public static int CoefficientCount => 0;

        public T AddTo<T>(T sum, T x, T y, Coefficients<T> of) where T : struct, ISimdLane<T>, ILane<T> => T.Fma(x, y, sum);
    }

    // For each column in turn the width of the lane that it fell to.
    private readonly struct Visits(List<int> lanes) : IColumnSweep
    {
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            Assert.Equal(lanes.Count, first);
            Assert.Equal(0, (end - first) % T.Count);
            lanes.AddRange(Enumerable.Repeat(T.Count, end - first));
        }
    }
}
