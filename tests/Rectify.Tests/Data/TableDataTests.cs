using Rectify.Data;
using Rectify.Training;

namespace Rectify.Tests.Data;

public sealed class TableDataTests
{
    private static readonly DataOptions Options = new() { Validation = 0.25, Test = 0.1 };

    [Fact]
    public void Every_class_has_its_share_of_every_part()
    {
        TableData data = TableData.Make(Rows(40), "class", Options);
        Assert.Equal((26, 10, 4), (data.Training.Count, data.Validation.Count, data.Test.Count));
        Assert.Equal([13, 13], data.ClassCounts);
    }

    [Fact]
    public void A_table_to_test_on_is_the_test_and_validation_is_taken_from_the_others()
    {
        TableData data = TableData.Make(Rows(40), "class", Options, testTable: Rows(12));
        Assert.Equal((30, 10, 12), (data.Training.Count, data.Validation.Count, data.Test.Count));
    }

    [Fact]
    public void The_split_is_drawn_from_the_seed_of_training_unless_told_otherwise()
        => Assert.Equal(new TrainOptions().Seed, new DataOptions().Seed);

    private static Table Rows(int count) => SyntheticData.Make("moons", seed: 1, count);
}
