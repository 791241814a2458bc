using Rectify.Data;

namespace Rectify.Tests.Data;

public sealed class SyntheticDataTests
{
    public static TheoryData<string> Names => [.. SyntheticData.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_set_is_a_table_whose_columns_are_all_inputs(string name)
    {
        TablePlan plan = TablePlan.Make(SyntheticData.Make(name, seed: 1), "class");
        Assert.Equal(["x", "y"], plan.Inputs.Select(column => column.Name));
        Assert.Empty(plan.Notices);
        Assert.Equal(SyntheticData.DefaultCount, plan.Rows.Length);
        Assert.True(plan.ClassCounts.Max() - plan.ClassCounts.Min() <= 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_seed_decides(string name)
    {
        float first = X(name, seed: 1);
        Assert.Equal(first, X(name, seed: 1));
        Assert.NotEqual(first, X(name, seed: 2));
    }

    /// <summary>A point's neighbour has its class nearly always, but not always: the sets can be learned and have noise.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Neighbours_nearly_always_share_a_class(string name)
    {
        Table table = SyntheticData.Make(name, seed: 3);
        float[] x = ((NumberColumn)table.Columns[0]).Values.ToArray(), y = ((NumberColumn)table.Columns[1]).Values.ToArray();
        ReadOnlySpan<int> codes = ((CategoryColumn)table.Columns[2]).Codes;
        int right = 0;
        for (int i = 0; i < x.Length; i++)
        {
            int nearest = Enumerable.Range(0, x.Length).Where(j => j != i).MinBy(j => Square(x[i] - x[j]) + Square(y[i] - y[j]));
            if (codes[i] == codes[nearest]) { right++; }
        }
        Assert.InRange(right, 940, 999);
    }

    [Fact]
    public void Blobs_are_clouds_of_one_width_around_a_circle()
    {
        Table table = SyntheticData.Make("blobs", seed: 1, count: 30_000);
        var points = ((NumberColumn)table.Columns[0]).Values.ToArray().Zip(((NumberColumn)table.Columns[1]).Values.ToArray());
        Assert.All(points.Index().GroupBy(point => point.Index % 3, point => point.Item), blob =>
        {
            (float x, float y) = (blob.Average(point => point.First), blob.Average(point => point.Second));
            Assert.Equal(1.5, Math.Sqrt(x * x + y * y), 0.01);
            Assert.Equal(2 * 0.55 * 0.55, blob.Average(point => Square(point.First - x) + Square(point.Second - y)), 0.02);
        });
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones()
        => Assert.Equal("There is no set called 'spiral'. Did you mean spirals? Known: spirals, moons, circles, blobs.",
            Assert.Throws<ArgumentException>(() => SyntheticData.Make("spiral", seed: 1)).Message);

    private static float Square(float x) => x * x;

    private static float X(string name, ulong seed) => ((NumberColumn)SyntheticData.Make(name, seed).Columns[0]).Values[0];
}
