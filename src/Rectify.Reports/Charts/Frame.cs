namespace Rectify.Reports.Charts;

/// <summary>The place of a plot within a chart, with its two axes.</summary>
internal sealed record Frame(double Left, double Top, double Right, double Bottom)
{
    public const double AxisHeight = 36;

    /// <summary>Lines across at round numbers, each with its number at the left.</summary>
    public void DrawRows(SvgCanvas canvas, Scale scale, int ticks = 4)
    {
        foreach (double tick in scale.Ticks(ticks))
        {
            double y = scale[tick];
            canvas.Line(Left, y, Right, y, Role.Grid);
            canvas.Text(Left - 6, y + 4, TextOf(tick, scale), anchor: "end", size: 11);
        }
    }

    /// <summary>The axis at the foot, with round numbers and what they are.</summary>
    public void DrawFoot(SvgCanvas canvas, Scale scale, string name, bool whole, int ticks = 5)
    {
        canvas.Line(Left, Bottom, Right, Bottom, Role.Axis);
        foreach (double tick in scale.Ticks(ticks).Where(tick => !whole || tick == Math.Floor(tick)))
        {
            double x = scale[tick];
            canvas.Line(x, Bottom, x, Bottom + 4, Role.Axis);
            canvas.Text(x, Bottom + 16, TextOf(tick, scale), anchor: "middle", size: 11);
        }
        canvas.Text((Left + Right) / 2, Bottom + 31, name, anchor: "middle", size: 11);
    }

    private static string TextOf(double tick, Scale scale) => scale.IsLogarithmic && tick is < 0.01 or >= 10_000
        ? NumberText.PowerOf(tick)
        : NumberText.Of(tick);
}
