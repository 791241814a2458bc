using System.Text.Json.Nodes;

namespace Rectify.Data;

/// <summary>
/// A number becomes itself, scaled; a missing one becomes the training part's median. Where cells were missing in training
/// a second number says so: 1 for missing, 0 for present, whatever the scaling.
/// </summary>
internal sealed class NumberEncoder(string name, Scale scale, float median, bool indicator) : ColumnEncoder(name)
{
    public override ColumnType Type => ColumnType.Number;

    public override IReadOnlyList<string> FeatureNames { get; } = indicator ? [name, $"{name} missing"] : [name];

    public static NumberEncoder Fit(NumberColumn column, ReadOnlySpan<int> rows, Scaling scaling)
    {
        ReadOnlySpan<float> values = column.Values;
        double[] all = new double[rows.Length];
        int count = 0;
        foreach (int row in rows)
        {
            if (!float.IsNaN(values[row])) { all[count++] = values[row]; }
        }
        Span<double> present = all.AsSpan(0, count);
        Scale scale = Scale.Learn(scaling, present);
        return new(column.Name, scale, (float)Median(present), indicator: count < rows.Length);
    }

    public static NumberEncoder Read(JsonFields json)
        => new(json.Text("name"), Scale.Read(json), (float)json.Number("median"), json.Flag("indicator"));

    public override BoundColumn Bind(Column column, string table)
        => new Bound(Expect<NumberColumn>(column, table), scale, scale.Apply(median), indicator);

    /// <summary>The middle value, the lower one of two; 0 where there is none. Sorts the values, which may be too many to copy.</summary>
    internal static double Median(Span<double> values)
    {
        values.Sort();
        return values.IsEmpty ? 0 : values[(values.Length - 1) / 2];
    }

    protected override void Write(JsonObject json)
    {
        scale.Write(json);
        json["median"] = (double)median;
        json["indicator"] = indicator;
    }

    private sealed class Bound(NumberColumn column, Scale scale, float imputed, bool indicator) : BoundColumn(column.Cells)
    {
        public override void Encode(ReadOnlySpan<int> cells, Span<float> inputs, int width)
        {
            for (int i = 0; i < cells.Length; i++)
            {
                float value = NumberColumn.NumberOf(cells[i]);
                bool missing = float.IsNaN(value);
                inputs[i * width] = missing ? imputed : scale.Apply(value);
                if (indicator) { inputs[i * width + 1] = missing ? 1 : 0; }
            }
        }
    }
}
