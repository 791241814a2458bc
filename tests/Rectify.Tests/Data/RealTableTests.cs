using Rectify.Data;

namespace Rectify.Tests.Data;

public sealed class RealTableTests
{
    [Fact]
    public void Titanic_drops_alive_which_is_survived_in_words()
    {
        TablePlan plan = TablePlan.Make(SharedData.Read("titanic.csv"), "survived");
        Assert.Equal(TaskKind.Classification, plan.Task);
        Assert.Equal(["alive"], Dropped(plan));
        Assert.Contains(plan.Notices, notice => notice.Text == "dropped alive (copies survived; keep: --column-type alive=category)");
    }

    [Fact]
    public void Mpg_drops_name_which_is_almost_unique()
    {
        Table table = SharedData.Read("mpg.csv");
        TablePlan plan = TablePlan.Make(table, "mpg");
        Assert.Equal(TaskKind.Regression, plan.Task);
        Assert.Equal(["name"], Dropped(plan));
        Assert.Equal(6, table.FindColumn("horsepower").MissingCount);
    }

    [Theory]
    [InlineData("penguins.csv", "species")]
    [InlineData("iris.csv", "species")]
    [InlineData("california-housing.csv", "median_house_value")]
    public void Honest_columns_are_kept_without_a_warning(string name, string target)
    {
        TablePlan plan = TablePlan.Make(SharedData.Read(name), target);
        Assert.Empty(Dropped(plan));
        Assert.Empty(plan.Notices);
    }

    [Fact]
    public void Digits_has_no_header_and_its_last_column_is_the_target()
    {
        Table table = SharedData.Read("digits.csv.gz");
        Assert.Equal(1797, table.RowCount);
        Assert.Equal("1", table.Columns[0].Name);

        TablePlan plan = TablePlan.Make(table, "last");
        Assert.Equal("65", plan.Target?.Name);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], plan.Labels);
    }

    [Fact]
    public void California_has_207_missing_bedrooms_and_an_indicator_for_them()
    {
        TablePlan plan = TablePlan.Make(SharedData.Read("california-housing.csv"), "median_house_value");
        Assert.Equal(207, plan.Table.FindColumn("total_bedrooms").MissingCount);
        TablePipeline pipeline = TablePipeline.Fit(plan, Split.Make(plan, seed: 42).Training);
        Assert.Contains("total_bedrooms missing", pipeline.FeatureNames);
        Assert.Contains("ocean_proximity=INLAND", pipeline.FeatureNames);
    }

    private static string[] Dropped(TablePlan plan)
        => [.. plan.Columns.Where(column => column.Use == ColumnUse.Dropped).Select(column => column.Column.Name)];
}
