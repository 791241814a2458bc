using Rectify.Data;

namespace Rectify.Tests.Data;

public sealed class SplitTests
{
    [Fact]
    public void Every_row_is_in_exactly_one_part()
    {
        Split split = Split.Make(Plan(100, row => row % 3), seed: 1);
        Assert.Equal(Enumerable.Range(0, 100), split.Training.Concat(split.Validation).Concat(split.Test).Order());
        Assert.Equal((70, 15, 15), (split.Training.Count, split.Validation.Count, split.Test.Count));
    }

    [Fact]
    public void The_seed_decides()
    {
        TablePlan plan = Plan(100, row => row % 3);
        Assert.Equal(Split.Make(plan, seed: 1).Test, Split.Make(plan, seed: 1).Test);
        Assert.NotEqual(Split.Make(plan, seed: 1).Test, Split.Make(plan, seed: 2).Test);
    }

    [Fact]
    public void Each_part_has_its_share_of_every_class()
    {
        Split split = Split.Make(Plan(200, row => row < 150 ? 0 : 1), seed: 3);
        Assert.InRange(split.Test.Count(row => row >= 150), 7, 8);
        Assert.InRange(split.Validation.Count(row => row >= 150), 7, 8);
    }

    [Fact]
    public void Small_classes_are_in_training()
    {
        TablePlan plan = Plan(100, row => row switch { 0 or 1 => 1, 2 or 3 or 4 => 2, _ => 0 });
        Split split = Split.Make(plan, seed: 4, validation: 0.45, test: 0.45);
        Assert.Contains(0, split.Training);
        Assert.Contains(1, split.Training);
        Assert.Contains(split.Training, row => row is 2 or 3 or 4);
    }

    [Fact]
    public void What_a_small_class_could_not_give_is_not_taken_from_the_next_one()
    {
        Split split = Split.Make([[0, 1], [2, 3, 4, 5]], seed: 1, validation: 0.49, test: 0);
        Assert.Equal((4, 2, 0), (split.Training.Count, split.Validation.Count, split.Test.Count));
    }

    [Fact]
    public void A_test_of_its_own_leaves_the_rows_to_training_and_validation()
    {
        Split split = Split.Make(Plan(100, row => row + 0.5f), seed: 5, test: 0);
        Assert.Equal((85, 15, 0), (split.Training.Count, split.Validation.Count, split.Test.Count));
    }

    [Theory]
    [InlineData(-0.1, 0.1)]
    [InlineData(0.5, 0.5)]
    [InlineData(double.NaN, 0.1)]
    public void Shares_that_leave_nothing_are_refused(double validation, double test)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Split.Make(Plan(20, row => row % 2), seed: 1, validation, test));

    private static TablePlan Plan(int rows, Func<int, float> target)
    {
        NumberColumn x = new("x", [.. Enumerable.Range(0, rows).Select(row => row * 7 % 11f)]);
        NumberColumn y = new("y", [.. Enumerable.Range(0, rows).Select(target)]);
        return TablePlan.Make(new Table("table", x, y), "y");
    }
}
