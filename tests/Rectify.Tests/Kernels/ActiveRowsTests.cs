using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class ActiveRowsTests
{
    private const int Rows = 150;

    // One position, as of a dense layer, and a few, as of an image; few units, and as many as several threads share.
    [Theory]
    [InlineData(1, 1), InlineData(3, 1), InlineData(16, 1), InlineData(37, 1), InlineData(600, 1), InlineData(1, 4), InlineData(5, 9)]
    [InlineData(33, 4), InlineData(300, 2)]
    public void A_unit_is_counted_on_each_row_that_has_a_number_of_it_between_the_bounds(int units, int positions)
    {
        using Workers two = new(2);
        float[] values = new float[Rows * positions * units];
        new Philox(1, RandomPurpose.Probe).FillNormal(values);
        for (int i = 0; i < values.Length; i += 5) { values[i] = (i % 4) switch { 0 => -1, 1 => 0, 2 => 2, _ => float.NaN }; }

        foreach ((float low, float high) in ((float, float)[])[(0, float.PositiveInfinity), (float.NegativeInfinity, -1), (-1, 2)])
        {
            float[] expected = [.. Enumerable.Range(0, units).Select(unit => 3f + Enumerable.Range(0, Rows).Count(row =>
                Enumerable.Range(0, positions).Any(place => IsBetween(values[(row * positions + place) * units + unit]))))];
            foreach (Workers workers in (Workers[])[Workers.Single, two])
            {
                float[] counts = [.. Enumerable.Repeat(3f, units)];
                ActiveRows.Count(workers, values, Rows, low, high, counts);

                Assert.Equal(expected, counts);
            }

            bool IsBetween(float value) => value > low && value < high;
        }
    }
}
