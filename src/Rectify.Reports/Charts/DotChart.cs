namespace Rectify.Reports.Charts;

/// <summary>For each of some things two numbers on one logarithmic line, told apart by shape: what was measured, and theory.</summary>
internal sealed class DotChart : Chart
{
    private const double Top = 28, RowHeight = 22;

    public required IReadOnlyList<(string Name, double Measured, double Theory)> Rows { get; init; }
    public required string Measured { get; init; }
    public required string Theory { get; init; }

    /// <summary>What the things are.</summary>
    public required string Kind { get; init; }

    /// <summary>What the numbers are.</summary>
    public required string Along { get; init; }

    public override DataTable Table => new(Title, [Kind, Measured, Theory],
        [.. Rows.Select(r => (IReadOnlyList<string>)[r.Name, NumberText.Of(r.Measured, 4), NumberText.Of(r.Theory, 4)])]);

    public override double HeightAt(double width) => Top + Rows.Count * RowHeight + Frame.AxisHeight + 4;

    public override void Draw(SvgCanvas canvas, double width)
    {
        Frame frame = new(Rows.Max(r => WidthOf(r.Name)) + 10, Top, width - 16, Top + Rows.Count * RowHeight + 4);
        Scale scale = Scale.Of(Rows.SelectMany(r => (double[])[r.Measured, r.Theory]), frame.Left, frame.Right, isLogarithmic: true);

        double x = frame.Left;
        canvas.Circle(x + 5, 10, 4.5, Role.Blue);
        canvas.Text(x + 14, 14, Measured, Role.Blue);
        x += 14 + WidthOf(Measured) + 18;
        canvas.Diamond(x + 5, 10, 5.5, Role.Purple);
        canvas.Text(x + 15, 14, Theory, Role.Purple);
        foreach (double tick in scale.Ticks()) { canvas.Line(scale[tick], frame.Top, scale[tick], frame.Bottom, Role.Grid); }
        frame.DrawFoot(canvas, scale, Along, whole: false);
        foreach ((int i, (string name, double measured, double theory)) in Rows.Index())
        {
            double y = Top + (i + 0.5) * RowHeight;
            canvas.Text(frame.Left - 8, y + 4, name, anchor: "end");
            bool areBoth = double.IsFinite(scale[measured]) && double.IsFinite(scale[theory]);
            if (areBoth) { canvas.Line(scale[measured], y, scale[theory], y, Role.Axis, 1.5); }
            if (double.IsFinite(scale[measured])) { canvas.Circle(scale[measured], y, 4.5, Role.Blue); }
            else { canvas.Cross(frame.Left + 6, y, 4, Role.Blue); }
            if (double.IsFinite(scale[theory])) { canvas.Diamond(scale[theory], y, 5.5, Role.Purple); }
        }
    }
}
