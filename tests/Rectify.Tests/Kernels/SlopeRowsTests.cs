using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class SlopeRowsTests
{
    private const float Least = 0.5f;

    // Widths beside those of all registers; one position, as of a dense layer, and a few, as of an image.
    [Theory]
    [InlineData(1, 1), InlineData(3, 1), InlineData(16, 1), InlineData(37, 1), InlineData(1, 4), InlineData(5, 9), InlineData(33, 4)]
    public void They_are_what_counting_one_by_one_gives_whatever_the_width(int units, int positions)
    {
        const int Rows = 150;
        float[] slopes = new float[Rows * positions * units];
        new Philox(1, RandomPurpose.Probe).FillNormal(slopes);
        for (int i = 0; i < slopes.Length; i += 7) { slopes[i] = i % 2 == 0 ? Least : -Least; }
        for (int row = 0; row < Rows; row += 10) { slopes.AsSpan(row * positions * units, positions * units).Clear(); }

        foreach (int width in (int[])[1, 4, 8, 16])
        {
            float[] active = new float[units], lowest = new float[units], highest = new float[units], reached = new float[Rows];
            Array.Fill(reached, 7);
            SlopeRows.Count(slopes, Least, active, lowest, highest, reached, width);

            for (int unit = 0; unit < units; unit++)
            {
                float[][] rows = [.. Enumerable.Range(0, Rows).Select(row => SlopesOf(row, unit))];
                Assert.Equal(rows.Count(row => row.Any(slope => MathF.Abs(slope) >= Least)), active[unit]);
                Assert.Equal(Math.Min(0, rows.Min(row => row.Min())), lowest[unit]);
                Assert.Equal(Math.Max(0, rows.Max(row => row.Max())), highest[unit]);
            }
            Assert.Equal(Enumerable.Range(0, Rows).Select(row =>
                Enumerable.Range(0, units).Any(unit => SlopesOf(row, unit).Any(slope => MathF.Abs(slope) >= Least)) ? 1f : 0), reached);
        }

        float[] SlopesOf(int row, int unit)
            => [.. Enumerable.Range(0, positions).Select(place => slopes[(row * positions + place) * units + unit])];
    }

    [Fact]
    public void They_are_added_to_what_was_counted_before()
    {
        float[] active = [5, 0], lowest = [-3, 1], highest = [0, 1], reached = new float[2];
        SlopeRows.Count([1, 0, 1, 0], Least, active, lowest, highest, reached);

        Assert.Equal([7f, 0], active);
        Assert.Equal([-3f, 0], lowest);
        Assert.Equal([1f, 1], highest);
        Assert.Equal([1f, 1], reached);
    }

    [Fact]
    public void A_NaN_says_nothing_against_a_unit_and_is_kept()
    {
        float[] active = [0, 0], lowest = [9, 9], highest = [-9, -9], reached = new float[2];
        SlopeRows.Count([float.NaN, 0, 1, 0], Least, active, lowest, highest, reached);

        Assert.Equal([2f, 0], active);
        Assert.Equal([float.NaN, 0], lowest);
        Assert.Equal([float.NaN, 0], highest);
    }
}
