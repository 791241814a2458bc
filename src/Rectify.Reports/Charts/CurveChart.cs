namespace Rectify.Reports.Charts;

/// <summary>A function over the numbers that go into it, with its derivative or without, and the stretches on which it is flat.</summary>
internal sealed class CurveChart : Chart
{
    private const double Left = 46, Top = 20, Right = 12, Height = 216, NearlyFlat = 0.22;

    // What goes farther leaves the drawing, or all else would be a flat line.
    private const double Farthest = 6;

    /// <summary>In even steps from left to right.</summary>
    public required IReadOnlyList<CurveSample> Samples { get; init; }

    public required string FunctionName { get; init; }

    /// <summary>Null for a drawing of the function alone.</summary>
    public string? DerivativeName { get; init; }

    public IReadOnlyList<DerivativeJump> Jumps { get; init; } = [];
    public IReadOnlyList<FlatZone> Zones { get; init; } = [];

    /// <summary>The table has one of so many samples; the first and the last are in it.</summary>
    public int TableStride { get; init; } = 5;

    public override DataTable Table
    {
        get
        {
            IEnumerable<CurveSample> shown = Samples.Where((_, i) => i % TableStride == 0);
            return DerivativeName is null
                ? new(Title, ["x", FunctionName], [.. shown.Select(s => (IReadOnlyList<string>)[X(s), NumberText.Of(s.Value, 5)])])
                : new(Title, ["x", FunctionName, DerivativeName],
                [
                    .. shown.Select(s => (IReadOnlyList<string>)[X(s), NumberText.Of(s.Value, 5), NumberText.Of(s.Derivative, 5)]),
                ]);
        }
    }

    public override double HeightAt(double width) => Height;

    public override void Draw(SvgCanvas canvas, double width)
    {
        Frame frame = new(Left, Top, width - Right, Height - Frame.AxisHeight);
        Scale along = new(Samples[0].X, Samples[^1].X, frame.Left, frame.Right);
        Scale across = Scale.Of(Shown().Where(y => Math.Abs(y) <= Farthest), frame.Bottom, frame.Top);
        foreach (FlatZone zone in Zones) { DrawZone(canvas, frame, along, zone); }
        frame.DrawRows(canvas, across);
        if (along.Low < 0 && along.High > 0) { canvas.Line(along[0], frame.Top, along[0], frame.Bottom, Role.Grid); }
        if (across.Low < 0 && across.High > 0) { canvas.Line(frame.Left, across[0], frame.Right, across[0], Role.Axis); }
        frame.DrawFoot(canvas, along, "x", whole: true, ticks: 6);

        if (DerivativeName is not null)
        {
            canvas.Path(Derivative().Select(p => (along[p.X], Inside(across, p.Y))), Role.Vermilion, dashes: "6 3");
        }
        canvas.Path(Samples.Select(s => (along[s.X], Inside(across, s.Value))), Role.Blue, 2.25);
        if (DerivativeName is not null)
        {
            foreach (DerivativeJump jump in Jumps) { canvas.Circle(along[jump.X], across[jump.Used], 3.5, Role.Vermilion); }
        }
        DrawNames(canvas, frame);
        if (!canvas.IsFile) { canvas.Probe(along, across, DerivativeName is not null); }
    }

    private static string X(CurveSample sample) => NumberText.Of(sample.X, 7);

    private static double Inside(Scale scale, double y) => y < scale.Low || y > scale.High ? double.NaN : scale[y];

    private static void DrawZone(SvgCanvas canvas, Frame frame, Scale along, FlatZone zone)
    {
        double from = along[Math.Max(zone.From, along.Low)], to = along[Math.Min(zone.To, along.High)];
        if (to <= from) { return; }
        if (zone.IsExact) { canvas.Hatched(from, frame.Top, to - from, frame.Bottom - frame.Top); }
        else { canvas.Rectangle(from, frame.Top, to - from, frame.Bottom - frame.Top, Role.Axis, opacity: NearlyFlat); }
    }

    private IEnumerable<double> Shown()
        => Samples.SelectMany(s => DerivativeName is null ? (double[])[s.Value] : [s.Value, s.Derivative]);

    // The line is broken where the derivative jumps, and reaches its limits on both sides.
    private IEnumerable<(double X, double Y)> Derivative()
    {
        foreach (CurveSample sample in Samples)
        {
            if (Jumps.FirstOrDefault(jump => jump.X == sample.X) is not { } jump) { yield return (sample.X, sample.Derivative); }
            else
            {
                yield return (jump.X, jump.Left);
                yield return (jump.X, double.NaN);
                yield return (jump.X, jump.Right);
            }
        }
    }

    private void DrawNames(SvgCanvas canvas, Frame frame)
    {
        canvas.Line(frame.Left, 8, frame.Left + 18, 8, Role.Blue, 2.25);
        canvas.Text(frame.Left + 24, 12, FunctionName, Role.Blue);
        if (DerivativeName is null) { return; }
        double x = frame.Left + 24 + WidthOf(FunctionName) + 18;
        canvas.Line(x, 8, x + 18, 8, Role.Vermilion, 1.75, "6 3");
        canvas.Text(x + 24, 12, DerivativeName, Role.Vermilion);
    }
}
