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
        List<double> present = new(rows.Length);
        foreach (int row in rows)
        {
            if (!column.IsMissing(row)) { present.Add(column.Values[row]); }
        }
        double[] values = [.. present];
        Scale scale = Scale.Learn(scaling, values);
        return new(column.Name, scale, (float)Median(values), indicator: values.Length < rows.Length);
    }

    public static NumberEncoder Read(JsonFields json)
        => new(json.Text("name"), Scale.Read(json), (float)json.Number("median"), json.Flag("indicator"));

    public override BoundColumn Bind(Column column, string table)
        => new Bound(Expect<NumberColumn>(column, table), scale, scale.Apply(median), indicator);

    /// <summary>The middle value, the lower one of two; 0 where there is none.</summary>
    internal static double Median(double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted.Length == 0 ? 0 : sorted[(sorted.Length - 1) / 2];
    }

    protected override void Write(JsonObject json)
    {
        scale.Write(json);
        json["median"] = (double)median;
        json["indicator"] = indicator;
    }

    private sealed class Bound(NumberColumn column, Scale scale, float imputed, bool indicator) : BoundColumn
    {
        public override void Encode(int row, Span<float> inputs)
        {
            float value = column.Values[row];
            bool missing = float.IsNaN(value);
            inputs[0] = missing ? imputed : scale.Apply(value);
            if (indicator) { inputs[1] = missing ? 1 : 0; }
        }
    }
}
