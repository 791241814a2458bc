using System.Text.Json.Nodes;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>
/// A date becomes its year, scaled like a number, and three points on a circle, so that December is beside January: month,
/// day of the month (of 31) and weekday, each as cosine and sine. A missing date becomes the training part's median day;
/// where dates were missing in training, one more number says so.
/// </summary>
internal sealed class DateEncoder : ColumnEncoder
{
    private readonly Scale _year;
    private readonly int _median;
    private readonly bool _indicator;
    private readonly string _format;

    public DateEncoder(string name, Scale year, int median, bool indicator, string format) : base(name)
    {
        (_year, _median, _indicator, _format) = (year, median, indicator, format);
        string[] parts = ["year", "month cos", "month sin", "day cos", "day sin", "weekday cos", "weekday sin"];
        FeatureNames = [.. parts.Select(part => $"{name} {part}"), .. indicator ? [$"{name} missing"] : Array.Empty<string>()];
    }

    public override ColumnType Type => ColumnType.Date;
    public override IReadOnlyList<string> FeatureNames { get; }

    /// <summary>How the dates were written in the training file, and have to be in any other.</summary>
    public string Format => _format;

    public static DateEncoder Fit(DateColumn column, ReadOnlySpan<int> rows, Scaling scaling)
    {
        ReadOnlySpan<int> dayNumbers = column.DayNumbers;
        double[] days = new double[rows.Length], years = new double[rows.Length];
        int count = 0;
        foreach (int row in rows)
        {
            if (dayNumbers[row] == DateColumn.Missing) { continue; }
            days[count] = dayNumbers[row];
            years[count++] = DateOnly.FromDayNumber(dayNumbers[row]).Year;
        }
        Scale year = Scale.Learn(scaling, years.AsSpan(0, count));
        int median = (int)NumberEncoder.Median(days.AsSpan(0, count));
        return new(column.Name, year, median, indicator: count < rows.Length, column.Format);
    }

    public static DateEncoder Read(JsonFields json)
    {
        int median = json.Whole("median");
        if (median < 0 || median > DateOnly.MaxValue.DayNumber) { throw json.Wrong("median", "a day number"); }
        return new(json.Text("name"), Scale.Read(json), median, json.Flag("indicator"), json.Text("format"));
    }

    public override BoundColumn Bind(Column column, string table)
        => new Bound(Expect<DateColumn>(column, table), _year, _median, _indicator);

    protected override void Write(JsonObject json)
    {
        _year.Write(json);
        json["median"] = _median;
        json["indicator"] = _indicator;
        json["format"] = _format;
    }

    private sealed class Bound(DateColumn column, Scale year, int median, bool indicator) : BoundColumn(column.Cells)
    {
        public override void Encode(ReadOnlySpan<int> cells, Span<float> inputs, int width)
        {
            for (int i = 0; i < cells.Length; i++) { Encode(cells[i], inputs[(i * width)..]); }
        }

        private void Encode(int cell, Span<float> inputs)
        {
            bool missing = cell == DateColumn.Missing;
            DateOnly date = DateOnly.FromDayNumber(missing ? median : cell);
            inputs[0] = year.Apply(date.Year);
            Place(Turn.At((date.Month - 1) / 12.0), inputs[1..]);
            Place(Turn.At((date.Day - 1) / 31.0), inputs[3..]);
            Place(Turn.At((int)date.DayOfWeek / 7.0), inputs[5..]);
            if (indicator) { inputs[7] = missing ? 1 : 0; }
        }

        private static void Place(Turn turn, Span<float> inputs) => (inputs[0], inputs[1]) = ((float)turn.Cosine, (float)turn.Sine);
    }
}
