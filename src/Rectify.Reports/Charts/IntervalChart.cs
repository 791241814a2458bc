namespace Rectify.Reports.Charts;

/// <summary>For each of some things numbers as dots, their mean, and the interval around it.</summary>
internal sealed class IntervalChart : Chart
{
    private const double Top = 8, RowHeight = 30, Most = 150;

    public required IReadOnlyList<IntervalRow> Rows { get; init; }

    /// <summary>What the things are.</summary>
    public required string Kind { get; init; }

    /// <summary>What the numbers are.</summary>
    public required string Along { get; init; }

    /// <summary>What stands over the mean, the ends of its interval and each number in the table.</summary>
    public required (string Mean, string Low, string High, string Value) Heads { get; init; }

    /// <summary>Whether a line marks zero.</summary>
    public bool HasZero { get; init; }

    public override bool IsWide => true;

    public override DataTable Table => new(Title,
        [
            Kind, Heads.Mean, Heads.Low, Heads.High,
            .. Enumerable.Range(1, Rows.Max(row => row.Values.Count)).Select(i => $"{Heads.Value}\u00A0{i}"),
        ],
        [
            .. Rows.Select(row => (IReadOnlyList<string>)
            [
                row.Name, .. ((double[])[row.Mean, row.Low, row.High]).Concat(row.Values).Select(value => NumberText.Of(value, 4)),
            ]),
        ]);

    public override double HeightAt(double width) => Top + Rows.Count * RowHeight + Frame.AxisHeight;

    public override void Draw(SvgCanvas canvas, double width)
    {
        double labels = Math.Min(Rows.Max(row => WidthOf(row.Name)), Math.Min(width / 2.5, Most)) + 12;
        Frame frame = new(labels, Top, width - 12, Top + Rows.Count * RowHeight);
        IEnumerable<double> values = Rows.SelectMany(row => row.Values.Append(row.Low).Append(row.High));
        Scale scale = Scale.Of(HasZero ? values.Append(0) : values, frame.Left, frame.Right);

        foreach (double tick in scale.Ticks()) { canvas.Line(scale[tick], frame.Top, scale[tick], frame.Bottom, Role.Grid); }
        if (HasZero) { canvas.Line(scale[0], frame.Top, scale[0], frame.Bottom, Role.Axis, 1.5); }
        frame.DrawFoot(canvas, scale, Along, whole: false);
        foreach ((int i, (string name, IReadOnlyList<double> points, double mean, double low, double high, Role role)) in Rows.Index())
        {
            double y = Top + (i + 0.5) * RowHeight;
            canvas.Text(frame.Left - 10, y + 4, Cut(name, labels - 12), Role.Ink, "end");
            foreach (double point in points.Where(double.IsFinite)) { canvas.Circle(scale[point], y - 5, 3, null, role, 0.7); }
            if (!double.IsFinite(mean)) { continue; }
            canvas.Line(scale[low], y + 5, scale[high], y + 5, role, 2.5);
            foreach (double end in (double[])[low, high]) { canvas.Line(scale[end], y + 1, scale[end], y + 9, role, 1.5); }
            canvas.Circle(scale[mean], y + 5, 4.5, role);
        }
    }

    // The table has all of it.
    private static string Cut(string name, double room)
    {
        if (WidthOf(name) <= room) { return name; }
        int letters = name.Length;
        while (letters > 1 && WidthOf(name[..letters]) + 12 > room) { letters--; }
        return name[..letters] + "…";
    }
}
