using Rectify.Data;

namespace Rectify.Tests.Data;

public sealed class TablePlanTests
{
    private const int Rows = 60;

    [Theory]
    [InlineData("text", TaskKind.Classification)]
    [InlineData("few", TaskKind.Classification)]
    [InlineData("many", TaskKind.Regression)]
    [InlineData("halves", TaskKind.Regression)]
    public void The_task_is_found_from_the_target(string target, TaskKind expected)
    {
        Table table = Made(
            Texts("text", row => row % 2 == 0 ? "yes" : "no"), Numbers("few", row => row * row % 20), Numbers("many", row => row * 7 % 59),
            Numbers("halves", row => row % 4 * 0.5f));
        Assert.Equal(expected, TablePlan.Make(table, target).Task);
    }

    [Fact]
    public void Numbers_are_written_the_same_in_every_country() => Abroad.Run(() =>
    {
        float[][] inputs = [.. Enumerable.Range(0, 3000).Select(i => new[] { i % 37 + 0.5f })];
        Table table = Table.FromArrays(inputs, [.. Enumerable.Range(0, 3000).Select(i => i % 3 == 0 ? float.NaN : i / 2f)]);
        TablePlan plan = TablePlan.Make(table, "target");

        Assert.Contains("left out: 1,000 rows of 3,000 without target", plan.Notices.Select(notice => notice.Text));
        string sentence = Assert.Throws<ArgumentOutOfRangeException>(() => Split.Make(plan, 1, validation: 0.75, test: 0.5)).Message;
        Assert.StartsWith("Validation 0.75 and test 0.5 have to be shares", sentence);
    });

    [Fact]
    public void Classes_are_in_the_order_of_their_numbers_or_characters()
    {
        Assert.Equal(["9", "10", "11"], TablePlan.Make(Made(Feature, Texts("c", row => $"{11 - row % 3}")), "c").Labels);
        Assert.Equal(["B", "a", "c"], TablePlan.Make(Made(Feature, Texts("c", row => "caB"[row % 3].ToString())), "c").Labels);
        Assert.Equal(["-inf", "1", "inf"], TablePlan.Make(Made(Feature, Texts("c", row => "inf 1 -inf".Split()[row % 3])), "c").Labels);
        Assert.Equal(["-1", "2"], TablePlan.Make(Made(Feature, Numbers("c", row => row % 2 == 0 ? 2 : -1)), "c").Labels);
    }

    [Fact]
    public void Columns_that_say_nothing_are_dropped_by_name()
    {
        TablePlan plan = TablePlan.Make(
            Made(Feature, Texts("constant", _ => "x"), Numbers("empty", _ => float.NaN), Texts("who", row => $"person {row}"),
                Texts("model", row => $"model {row * 3 / 4}"), Numbers("n", row => row + 1000),
                Numbers("order_id", row => row * 37 % 61), Target),
            "y");
        Assert.Equal(
            ["dropped constant (constant; keep: --column-type constant=category)",
             "dropped empty (empty)",
             "dropped who (unique; keep: --column-type who=category)",
             "dropped model (almost unique; keep: --column-type model=category)",
             "dropped n (counts the rows; keep: --column-type n=number)",
             "dropped order_id (unique; keep: --column-type order_id=number)"],
            plan.Notices.Select(notice => notice.Text));
        Assert.Equal(["size"], plan.Inputs.Select(column => column.Name));
        Assert.Equal("dropped: unique", plan.Columns[3].ToString());
    }

    [Theory]
    [InlineData("Id"), InlineData("INDEX"), InlineData("key"), InlineData("order_id"), InlineData("order id"), InlineData("order-id")]
    [InlineData("orderId"), InlineData("orderID"), InlineData("aId")]
    public void Whole_numbers_that_all_differ_are_dropped_where_their_name_says_that_they_are_names(string name)
        => Assert.Equal("unique", IdentifierRule.Reason(Numbers(name, row => row * 37 % 61)));

    [Theory]
    [InlineData("paid"), InlineData("GRID"), InlineData("PID"), InlineData("Io"), InlineData("lId_"), InlineData("aIr")]
    public void Under_another_name_they_may_well_be_measures(string name)
        => Assert.Null(IdentifierRule.Reason(Numbers(name, row => row * 37 % 61)));

    [Fact]
    public void A_column_whose_type_a_person_gave_is_kept()
    {
        CategoryColumn who = new("who", Enumerable.Range(0, Rows).Select(row => $"person {row}")) { IsTypeGiven = true };
        Assert.Contains(who, TablePlan.Make(Made(who, Target), "y").Inputs);
    }

    [Fact]
    public void The_target_under_another_name_is_dropped()
    {
        Column said = Texts("said", row => row % 2 == 0 ? "yes" : "no"), code = Numbers("code", row => 5 - row % 2);
        TablePlan plan = TablePlan.Make(Made(Feature, said, code, Target), "y");
        Assert.Equal(["size"], plan.Inputs.Select(column => column.Name));
    }

    [Fact]
    public void A_number_in_another_unit_or_of_the_same_order_is_dropped()
    {
        Table table = Made(
            Feature, Numbers("price", row => row * row % 61), Numbers("cents", row => 100 * (row * row % 61) + 3),
            Numbers("cubed", row => MathF.Pow(row * row % 61, 3)));
        Assert.Equal(["size"], TablePlan.Make(table, "price").Inputs.Select(column => column.Name));
    }

    [Fact]
    public void Where_only_copies_are_left_they_are_kept_with_a_warning()
    {
        TablePlan plan = TablePlan.Make(Made(Numbers("x", row => row * 0.5f), Numbers("y", row => row + 1)), "y");
        Assert.Equal(["x"], plan.Inputs.Select(column => column.Name));
        Assert.Equal("x alone decides y; if it is not known before y is, leave it out: --ignore x", Assert.Single(plan.Notices).Text);
    }

    [Fact]
    public void Values_that_decide_the_class_without_copying_it_are_warned_of()
    {
        Column grade = Texts("grade", row => (row % 2 == 0 ? "AB" : "CD")[row / 2 % 2].ToString());
        Column score = Numbers("score", row => row % 2 * 50 + row * 0.3f);
        TablePlan plan = TablePlan.Make(Made(Feature, grade, score, Target), "y");
        Assert.Equal(["size", "grade", "score"], plan.Inputs.Select(column => column.Name));
        Assert.Equal(2, plan.Notices.Count(notice => notice.Kind == NoticeKind.Warning));
    }

    [Fact]
    public void A_rare_class_does_not_make_every_column_a_leak()
    {
        Column odd = Texts("odd", row => row % 2 == 0 ? "a" : "b"), target = Texts("y", row => row < 4 ? "rare" : "usual");
        Assert.Empty(TablePlan.Make(Made(odd, target), "y").Notices);
    }

    [Fact]
    public void Rows_without_a_target_and_small_classes_are_counted()
    {
        Column target = Texts("y", row => row switch { < 5 => null, < 7 => "few", _ => row % 2 == 0 ? "a" : "b" });
        TablePlan plan = TablePlan.Make(Made(Feature, target), "y");
        Assert.Equal(Rows - 5, plan.Rows.Length);
        Assert.Equal([26, 27, 2], plan.ClassCounts);
        Assert.Equal(
            ["left out: 5 rows of 60 without y", "in training only, with under 3 rows: y few (2)"],
            plan.Notices.Select(notice => notice.Text));
    }

    public static TheoryData<string, TaskKind?, string> Refusals => new()
    {
        { "yy", null, "table has no column \"yy\". Did you mean y? It has: constant, name, day, few, y." },
        { "constant", null, "table: the target \"constant\" is x on every row, so there is nothing to learn. "
            + "Choose another --target, or add rows that differ." },
        { "name", null, "table: the target \"name\" has another class on each of its 60 rows, so no class can be learned. "
            + "Choose another --target." },
        { "day", null, "table: the target \"day\" is a date, which cannot be learned. "
            + "Choose another --target, or make it classes with --column-type day=category." },
        { "few", null, "table has 4 rows with a known \"few\", but training, validation and test need at least 10. "
            + "Add rows, or choose another --target." },
        { "name", TaskKind.Regression, "table: the target \"name\" holds texts such as \"person 0\", which regression cannot learn. "
            + "Leave out --task regression, or read it with --column-type name=number." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_learned_has_its_sentence(string target, TaskKind? task, string expected)
    {
        DateColumn days = new(
            "day", Enumerable.Range(0, Rows).Select(row => (DateOnly?)new DateOnly(2024, 1, 1).AddDays(row % 9)));
        Table table = Made(
            Texts("constant", _ => "x"), Texts("name", row => $"person {row}"), days,
            Numbers("few", row => row < 4 ? row : float.NaN), Target);
        DataException refusal = Assert.Throws<DataException>(() => TablePlan.Make(table, target, task));
        Assert.Equal(expected, refusal.Message);
        Assert.Equal(target == "constant" ? "constant-labels" : null, refusal.Finding);
    }

    [Fact]
    public void A_table_without_inputs_says_why_each_was_dropped()
        => Assert.Equal(
            "table has no column to learn \"y\" from: who (unique). Keep one with --column-type name=number, category or date.",
            Assert.Throws<DataException>(() => TablePlan.Make(Made(Texts("who", row => $"person {row}"), Target), "y")).Message);

    [Fact]
    public void Without_a_target_the_other_columns_are_still_judged()
    {
        InputChoice choice = InputChoice.Make(Made(Feature, Texts("who", row => $"p{row}")));
        Assert.Equal(["input", "dropped: unique"], choice.Columns.Select(column => column.ToString()));
    }

    [Fact]
    public void A_summary_counts_what_lies_far_out()
    {
        Column size = Numbers("size", row => row == 0 ? 1000 : row % 3);
        Column labels = Texts("c", row => row % 3 == 0 ? "b" : row == 1 ? null : "a");
        Table table = Made(size, labels);
        IReadOnlyList<ColumnSummary> summaries = ColumnSummary.Of(InputChoice.Make(table).Columns);
        Assert.Equal((0.0, 1000.0, 1), (summaries[0].Minimum, summaries[0].Maximum, summaries[0].Outliers));
        Assert.Equal([("a", 39), ("b", 20)], summaries[1].Top);
        Assert.Equal((1, 2, "input"), (summaries[1].Missing, summaries[1].Distinct, summaries[1].Use));
    }

    [Fact]
    public void Of_one_number_there_is_a_range_and_of_none_there_is_not()
    {
        Table table = Made(Numbers("one", row => row == 3 ? 7 : float.NaN), Numbers("none", _ => float.NaN));
        IReadOnlyList<ColumnSummary> summaries = ColumnSummary.Of(InputChoice.Make(table).Columns);
        Assert.Equal([7, double.NaN], summaries.Select(summary => summary.Minimum));
        Assert.Equal([7, double.NaN], summaries.Select(summary => summary.Mean));
        Assert.Equal([7, double.NaN], summaries.Select(summary => summary.Maximum));
        Assert.Equal([0, double.NaN], summaries.Select(summary => summary.Deviation));
    }

    private static Column Feature => Numbers("size", row => row * 13 % 17);

    private static Column Target => Texts("y", row => row % 2 == 0 ? "a" : "b");

    private static Table Made(params Column[] columns) => new("table", columns);

    private static NumberColumn Numbers(string name, Func<int, float> value) => new(name, [.. Enumerable.Range(0, Rows).Select(value)]);

    private static CategoryColumn Texts(string name, Func<int, string?> value) => new(name, Enumerable.Range(0, Rows).Select(value));
}
