namespace Rectify.Reports.Charts;

/// <summary>Two numbers of each of many rows, which ought to be equal: each a point, beside the line on which they are.</summary>
internal sealed class ScatterChart : Chart
{
    private const double Left = 56, Top = 22;
    private const int MostRows = 100;

    public required IReadOnlyList<(double Across, double Up)> Points { get; init; }
    public required string Across { get; init; }
    public required string Up { get; init; }

    /// <summary>What stands at the line on which both are equal.</summary>
    public required string Equal { get; init; }

    /// <summary>How the difference is called.</summary>
    public required string Difference { get; init; }

    public override DataTable Table => new(Title, [Across, Up, Difference],
    [
        .. Points.Take(MostRows).Select(p => (IReadOnlyList<string>)
            [NumberText.Of(p.Across, 5), NumberText.Of(p.Up, 5), NumberText.Of(p.Up - p.Across, 4)]),
    ]);

    public override double HeightAt(double width) => 320;

    public override void Draw(SvgCanvas canvas, double width)
    {
        Frame frame = new(Left, Top, width - 8, HeightAt(width) - Frame.AxisHeight);
        IEnumerable<double> all = Points.SelectMany(p => (double[])[p.Across, p.Up]);
        Scale x = Scale.Of(all, frame.Left, frame.Right), y = x with { From = frame.Bottom, To = frame.Top };
        canvas.Text(0, 12, Up, size: 11);
        frame.DrawRows(canvas, y);
        frame.DrawFoot(canvas, x, Across, whole: false, ticks: 4);
        canvas.Line(frame.Left, frame.Bottom, frame.Right, frame.Top, Role.Purple, 1.25, "4 3");
        canvas.Text(frame.Right - 26, frame.Top + 14, Equal, Role.Purple, "end", 11);
        foreach ((double across, double up) in Points.Where(p => double.IsFinite(x[p.Across]) && double.IsFinite(y[p.Up])))
        {
            canvas.Circle(x[across], y[up], 2.5, Role.Blue, opacity: 0.55);
        }
    }
}
