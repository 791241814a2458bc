using System.Text.Json.Nodes;
using Rectify.Data;

namespace Rectify.Tests.Data;

public sealed class TablePipelineTests
{
    private static readonly string[] Fields =
    [
        "columns", "target", "unused", "missing", "columns/0/name", "columns/0/type", "columns/0/spread", "columns/0/median",
        "columns/1/labels", "columns/1/other", "columns/2/spread", "target/task", "target/labels",
    ];

    [Fact]
    public void Scales_are_learned_on_the_training_part_only()
    {
        Table table = Numbers([1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1000]);
        BoundTable bound = Fit(table, rows: 10).Bind(table);
        Assert.Equal([-1f], Encoded(bound, 0));
        Assert.Equal([1f], Encoded(bound, 1));
        Assert.Equal([998f], Encoded(bound, 10));
    }

    [Theory]
    [InlineData(Scaling.Standard, -1f, 1f)]
    [InlineData(Scaling.MinMax, 0f, 1f)]
    [InlineData(Scaling.None, 1f, 3f)]
    public void Each_scaling_does_what_it_says(Scaling scaling, float low, float high)
    {
        Table table = Numbers([1, 3, 1, 3, 1, 3, 1, 3, 1, 3]);
        BoundTable bound = Fit(table, rows: 10, scaling).Bind(table);
        Assert.Equal((low, high), (Encoded(bound, 0)[0], Encoded(bound, 1)[0]));
    }

    [Fact]
    public void A_number_without_spread_in_training_becomes_zero()
    {
        Table table = Numbers([.. Enumerable.Repeat(0.1f, 10), 5]);
        Assert.Equal([0f], Encoded(Fit(table, rows: 10).Bind(table), 0));
    }

    [Fact]
    public void A_missing_number_is_the_median_with_an_indicator()
    {
        Table table = Numbers([0, 0, 0, 1, 2, 2, 2, 10, 10, float.NaN]);
        TablePipeline pipeline = Fit(table, rows: 10, Scaling.None);
        Assert.Equal(["x", "x missing"], pipeline.FeatureNames);
        Assert.Equal([2f, 1f], Encoded(pipeline.Bind(table), 9));
        Assert.Equal([1f, 0f], Encoded(pipeline.Bind(table), 3));
    }

    [Fact]
    public void Rare_and_unseen_labels_share_a_place_and_missing_has_its_own()
    {
        Table table = Labels(["a", "a", "a", "b", "b", "b", "c", "d", null, "a", "a", "a"]);
        TablePipeline pipeline = Fit(table, rows: 12);
        Assert.Equal(["x=a", "x=b", "x other", "x missing"], pipeline.FeatureNames);

        BoundTable bound = pipeline.Bind(Labels(["b", "c", "never seen", null]));
        Assert.Equal([0f, 1, 0, 0], Encoded(bound, 0));
        Assert.Equal([0f, 0, 1, 0], Encoded(bound, 1));
        Assert.Equal([0f, 0, 1, 0], Encoded(bound, 2));
        Assert.Equal([0f, 0, 0, 1], Encoded(bound, 3));
    }

    [Fact]
    public void Without_rare_labels_an_unseen_one_is_all_zeros()
    {
        TablePipeline pipeline = Fit(Labels([.. Enumerable.Range(0, 12).Select(row => row % 4 < 2 ? "a" : "b")]), rows: 12);
        BoundTable bound = pipeline.Bind(Labels(["c", null]));
        Assert.Equal([0f, 0], Encoded(bound, 0));
        Assert.Equal([0f, 0], Encoded(bound, 1));
    }

    [Fact]
    public void Only_the_hundred_most_frequent_labels_have_a_place()
    {
        CategoryColumn column = new("x", Enumerable.Range(0, 450).Select(row => $"{row % 150}"));
        Table table = new("table", column, Target(450));
        Assert.Equal(101, Fit(table, rows: 450).FeatureNames.Count);
    }

    [Fact]
    public void A_date_is_a_scaled_year_and_three_points_on_circles()
    {
        IEnumerable<DateOnly?> days = Enumerable.Range(0, 10)
            .Select(row => (DateOnly?)new DateOnly(2020 + row % 2 * 2, 1 + row % 4 * 3, 1));
        Table table = new("table", new DateColumn("d", days), Target(10));
        BoundTable bound = Fit(table, rows: 10).Bind(table);
        float[] april = Encoded(bound, 1);
        Assert.Equal(7, april.Length);
        Assert.Equal(1f, april[0]);
        Assert.Equal((0f, 1f), (MathF.Round(april[1], 6), MathF.Round(april[2], 6)));
        Assert.Equal(1, april[5] * april[5] + april[6] * april[6], 6);
    }

    [Fact]
    public void A_missing_date_is_the_median_day_with_an_indicator()
    {
        IEnumerable<DateOnly?> days = Enumerable.Range(1, 10).Select(i => (DateOnly?)new DateOnly(2014 + i, i, i)).Append(null);
        Table table = new("table", new DateColumn("d", days), Target(11));
        TablePipeline pipeline = Fit(table, rows: 11);
        Assert.Equal("d missing", pipeline.FeatureNames[^1]);
        Assert.Equal(0f, Encoded(pipeline.Bind(table), 4)[^1]);
        Assert.Equal([.. Encoded(pipeline.Bind(table), 4)[..^1], 1], Encoded(pipeline.Bind(table), 10));
    }

    [Fact]
    public void A_regression_target_is_standardised_and_comes_back()
    {
        NumberColumn x = new("x", [.. Enumerable.Range(0, 20).Select(i => i * 7 % 5f)]);
        Table table = new("table", x, new NumberColumn("y", [.. Enumerable.Range(0, 20).Select(i => i * i * 0.37f)]));
        TablePipeline pipeline = Fit(table, rows: 20);
        BoundTable bound = pipeline.Bind(table);
        Assert.Equal(0, Enumerable.Range(0, 20).Average(bound.TargetAt), 6);
        Assert.Equal(13 * 13 * 0.37f, pipeline.Target.ToValue(bound.TargetAt(13)), 4);
        Assert.Equal(1, pipeline.OutputCount);
    }

    [Fact]
    public void A_class_is_its_index_and_an_unknown_one_has_no_target()
    {
        TablePipeline pipeline = Fit(Numbers([1, 2, 3, 4, 5, 6, 7, 9, 8, 10]), rows: 10);
        Table table = new("new.csv", new NumberColumn("x", [1, 2, 3]), new CategoryColumn("y", ["b", "z", null]));
        BoundTable bound = pipeline.Bind(table);
        Assert.Equal([1f, float.NaN, float.NaN], Enumerable.Range(0, 3).Select(bound.TargetAt));
        Assert.Equal([0], bound.RowsWithTarget);
        Assert.False(pipeline.Bind(new Table("new.csv", new NumberColumn("x", [1]))).HasTarget);
    }

    [Fact]
    public void A_target_that_is_not_reconstructed_is_unused_and_not_unknown()
    {
        TablePlan plan = TablePlan.Make(Mixed(), "y", TaskKind.Reconstruction);
        TablePipeline pipeline = TablePipeline.Fit(plan, [.. Enumerable.Range(0, 20)]);
        Assert.Equal(["y"], pipeline.UnusedColumns);
        Assert.Empty(pipeline.Bind(Mixed()).Notices);
        Assert.Empty(Fit(Mixed(), rows: 20).UnusedColumns);
    }

    [Fact]
    public void A_table_that_lacks_columns_is_told_which()
    {
        TablePipeline pipeline = Fit(Numbers([1, 2, 3, 4, 5, 6, 7, 9, 8, 10]), rows: 10);
        Assert.Equal(
            "new.csv lacks 1 column that the model needs: x. Columns it has that the model does not know: X. "
            + "Rename or add what is lacking.",
            Assert.Throws<DataException>(() => pipeline.Bind(new Table("new.csv", new NumberColumn("X", [1])))).Message);
        Assert.Equal(
            "new.csv, column \"x\" is a category, but the model was trained with a number. Read it with --column-type x=number.",
            Assert.Throws<DataException>(() => pipeline.Bind(new Table("new.csv", new CategoryColumn("x", ["a"])))).Message);
        Assert.Equal(
            "not used, because the model does not know of it: z",
            Assert.Single(pipeline.Bind(new Table("new.csv", new NumberColumn("x", [1]), new NumberColumn("z", [1]))).Notices).Text);
    }

    [Fact]
    public void Json_brings_everything_back_bit_for_bit()
    {
        Table table = Mixed();
        TablePipeline pipeline = Fit(table, rows: 20);
        string text = pipeline.ToJson().ToJsonString();
        TablePipeline read = TablePipeline.FromJson(JsonNode.Parse(text));
        Assert.Equal(text, read.ToJson().ToJsonString());
        Assert.Equal(pipeline.FeatureNames, read.FeatureNames);

        BoundTable before = pipeline.Bind(table), after = read.Bind(table);
        for (int row = 0; row < table.RowCount; row++)
        {
            Assert.Equal(Encoded(before, row), Encoded(after, row));
            Assert.Equal(before.TargetAt(row), after.TargetAt(row));
        }
    }

    [Fact]
    public void Json_that_is_damaged_anywhere_becomes_a_sentence()
    {
        JsonObject whole = Fit(Mixed(), rows: 20).ToJson();
        Assert.NotNull(TablePipeline.FromJson(whole.DeepClone()));
        Assert.Throws<DataException>(() => TablePipeline.FromJson(null));
        Assert.Throws<DataException>(() => TablePipeline.FromJson(new JsonArray()));
        foreach (string path in Fields)
        {
            // Neither the number nor the text where it would be a good one.
            JsonNode?[] bads =
            [
                null, path.EndsWith("median") ? true : -1.5, path.EndsWith("name") ? 7 : "nonsense", new JsonArray(1), new JsonObject(),
            ];
            foreach (JsonNode? bad in bads)
            {
                JsonNode json = whole.DeepClone();
                string[] steps = path.Split('/');
                JsonNode parent = steps[..^1].Aggregate(json, Child);
                parent[steps[^1]] = bad?.DeepClone();
                Assert.Throws<DataException>(() => TablePipeline.FromJson(json));
            }
        }

        static JsonNode Child(JsonNode node, string step) => int.TryParse(step, out int index) ? node[index]! : node[step]!;
    }

    [Fact]
    public void A_new_file_is_read_with_the_types_the_model_knows()
    {
        const string Training = "code,size,when,y\n";
        string rows = string.Concat(Enumerable.Range(0, 20)
            .Select(row => $"{(row % 2 == 0 ? "x1" : "7")},{row % 6}.5,{row % 28 + 1}/01/2024,{(row % 3 == 0 ? "a" : "b")}\n"));
        Table table = TemporaryFile.Read(Training + rows);
        TablePipeline pipeline = Fit(table, rows: 20);

        Table read = TemporaryFile.Read("extra,size,when,code\n1,big,02/01/2024,7\n1,2.5,03/01/2024,7\n", pipeline.CsvOptions);
        Assert.Equal(ColumnType.Category, read.FindColumn("code").Type);
        Assert.Equal("2024-01-02", read.FindColumn("when").TextAt(0));
        Assert.Equal(
            "counted as missing: 1 cell of size without a finite number (first \"big\", line 2)", Assert.Single(read.Notices).Text);
        Assert.Equal("not used, because the model does not know of it: extra", pipeline.Bind(read).Notices[^1].Text);
    }

    // Of one column 8,192 rows are read at a time.
    [Fact]
    public void Many_rows_at_once_are_encoded_as_one_by_one()
    {
        BoundTable bound = Fit(Numbers([1, 2, 3, 4, 5, 6, 7, 9, 8, 10]), rows: 10)
            .Bind(Numbers([.. Enumerable.Range(0, 10_000).Select(row => row % 7f)]));
        float[] inputs = new float[10_000];
        bound.ToSource().Fill([.. Enumerable.Range(0, 10_000).Reverse()], inputs, []);
        Assert.Equal(Enumerable.Range(0, 10_000).Reverse().Select(row => Encoded(bound, row)[0]), inputs);
    }

    [Fact]
    public void Encoding_a_row_allocates_nothing()
    {
        BoundTable bound = Fit(Mixed(), rows: 20).Bind(Mixed());
        SampleSource source = bound.ToSource().Take([3, 1, 4, 1, 5]).Take([4, 0, 1]);
        float[] inputs = new float[3 * bound.Pipeline.InputShape.Length], targets = new float[3];
        int[] rows = [2, 0, 1];
        for (int i = 0; i < 200; i++) { source.Fill(rows, inputs, targets); }

        Assert.Equal(0, Allocations.Of(() =>
        {
            for (int i = 0; i < 1000; i++) { source.Fill(rows, inputs, targets); }
        }));
        Assert.Equal([.. Encoded(bound, 1), .. Encoded(bound, 5), .. Encoded(bound, 3)], inputs);
    }

    private static Table Mixed() => new(
        "table",
        new NumberColumn("n", [.. Enumerable.Range(0, 20).Select(row => row == 3 ? float.NaN : row * row / 7f)]),
        new CategoryColumn("c", [.. Enumerable.Range(0, 20).Select(row => row == 5 ? null : row == 6 ? "seldom" : $"é{row % 4}")]),
        new DateColumn("d", Enumerable.Range(0, 20).Select(row => row == 7 ? (DateOnly?)null : new(2000 + row % 5, row % 12 + 1, row + 1))),
        Target(20));

    private static Table Numbers(float[] values) => new("table", new NumberColumn("x", values), Target(values.Length));

    private static Table Labels(string?[] labels) => new("table", new CategoryColumn("x", labels), Target(labels.Length));

    private static CategoryColumn Target(int rows) => new("y", Enumerable.Range(0, rows).Select(row => row % 3 == 0 ? "a" : "b"));

    private static TablePipeline Fit(Table table, int rows, Scaling scaling = Scaling.Standard)
        => TablePipeline.Fit(TablePlan.Make(table, "y"), [.. Enumerable.Range(0, rows)], scaling);

    private static float[] Encoded(BoundTable bound, int row)
    {
        float[] inputs = new float[bound.Pipeline.InputShape.Length];
        bound.Encode(row, inputs);
        return inputs;
    }
}
