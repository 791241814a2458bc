using Rectify.Data;

namespace Rectify.Tests.Data;

public sealed class TableBuilderTests
{
    private sealed record Visit(int Age, double? Weight, string? Ward, DateOnly? Day);

    private static readonly Visit[] Visits =
    [
        new(41, 70.5, "north", new DateOnly(2024, 2, 29)),
        new(8, null, null, null),
        new(63, double.PositiveInfinity, "south", new DateOnly(2023, 1, 1)),
    ];

    private static readonly Table Table = Table.Of(Visits, "visits")
        .Number("age", visit => visit.Age)
        .Number("weight", visit => visit.Weight)
        .Category("ward", visit => visit.Ward)
        .Date("day", visit => visit.Day)
        .Build();

    [Fact]
    public void Records_become_rows_and_functions_become_columns()
    {
        Assert.Equal(3, Table.RowCount);
        Assert.Equal(["age", "weight", "ward", "day"], Table.Columns.Select(column => column.Name));
        Assert.Equal(["41", "70.5", "north", "2024-02-29"], Table.Columns.Select(column => column.TextAt(0)));
    }

    [Fact]
    public void Null_and_infinity_are_missing() => Assert.Equal([0, 2, 1, 1], Table.Columns.Select(column => column.MissingCount));

    [Fact]
    public void A_column_that_was_asked_for_is_kept() => Assert.All(Table.Columns, column => Assert.True(column.IsTypeGiven));

    [Fact]
    public void Two_columns_of_one_name_are_refused()
    {
        TableBuilder<Visit> twice = Table.Of(Visits, "visits").Number("age", visit => visit.Age).Number("age", _ => 0);
        Assert.Equal("visits has two columns called \"age\".", Assert.Throws<DataException>(twice.Build).Message);
    }

    [Fact]
    public void Arrays_become_numbered_columns_and_a_target()
    {
        Table classes = Table.FromArrays([[1, 2], [3, float.NaN]], ["a", "b"]);
        Assert.Equal(["1", "2", "target"], classes.Columns.Select(column => column.Name));
        Assert.Equal(["3", "", "b"], classes.Columns.Select(column => column.TextAt(1)));
        Assert.Equal(ColumnType.Number, Table.FromArrays([[1, 2]], [0.5f]).FindColumn("target").Type);
        Assert.Equal(2, Table.FromArrays([[1, 2]]).Columns.Count);
    }

    [Fact]
    public void Arrays_that_do_not_fit_are_refused()
    {
        Assert.Equal("Row 0 is null: give it numbers.", Assert.Throws<DataException>(() => Table.FromArrays([null!, [1]])).Message);
        Assert.Equal(
            "Row 1 has 1 inputs, but row 0 has 2: give each row the same number.",
            Assert.Throws<DataException>(() => Table.FromArrays([[1, 2], [3]])).Message);
        Assert.Equal(
            "There are 1 rows of inputs, but 2 targets: give one for each row.",
            Assert.Throws<DataException>(() => Table.FromArrays([[1, 2]], ["a", "b"])).Message);
        Assert.Equal("the table has no columns.", Assert.Throws<DataException>(() => Table.FromArrays([])).Message);
    }
}
