namespace Rectify.Reports.Charts;

/// <summary>Lines over time, each with its name at its end.</summary>
internal sealed class LineChart : Chart
{
    private const double Left = 46, Top = 12, LabelHeight = 14, Gap = 8, BandOpacity = 0.14;

    public required IReadOnlyList<Series> Series { get; init; }

    /// <summary>What goes along: epoch, step.</summary>
    public required string Along { get; init; }

    public bool IsLogarithmic { get; init; }

    public bool IsLogarithmicAlong { get; init; }

    /// <summary>Whether all of the page's width is taken.</summary>
    public bool TakesWidth { get; init; }

    /// <summary>A point to be pointed out, by the text beside it.</summary>
    public (double X, double Y, string Text)? Mark { get; init; }

    /// <summary>What a cross at the upper edge says: NaN or infinite.</summary>
    public string NotFinite { get; init; } = "";

    /// <summary>Numbers that the chart shows beside those of its lines: those of its neighbours, so that they can be compared.</summary>
    public IReadOnlyList<double> AlsoShown { get; init; } = [];

    public override bool IsWide => TakesWidth;

    public override double HeightAt(double width) => width > Narrow ? 264 : 216;

    public override DataTable Table
    {
        get
        {
            double[] places = [.. Series.SelectMany(s => s.Points).Select(p => p.X).Distinct().Order()];
            (string Name, Dictionary<double, double> At)[] values =
            [
                .. Series.SelectMany(s => s.Band.Count == 0
                    ? (Series[])[s]
                    : [s, Edge(s, "↓", band => band.Low), Edge(s, "↑", band => band.High)])
                    .Select(s => (s.Name, s.Points.GroupBy(p => p.X).ToDictionary(p => p.Key, p => p.Last().Y))),
            ];
            return new(Title, [Along, .. values.Select(of => of.Name)],
            [
                .. places.Select(x => (IReadOnlyList<string>)
                    [NumberText.Of(x, 7), .. values.Select(of => of.At.TryGetValue(x, out double y) ? NumberText.Of(y, 4) : "")]),
            ]);
        }
    }

    public override void Draw(SvgCanvas canvas, double width)
    {
        double labels = Series.Max(s => WidthOf(s.Name)) + Gap;
        Frame frame = new(Left, Top, width - labels - 4, HeightAt(width) - Frame.AxisHeight);
        IEnumerable<double> edges = Series.SelectMany(s => s.Band).SelectMany(band => (double[])[band.Low, band.High]);
        Scale across = Scale.Of(
            Series.SelectMany(s => s.Points).Select(p => p.Y).Concat(edges).Concat(AlsoShown), frame.Bottom, frame.Top, IsLogarithmic);
        double[] places = [.. Series.SelectMany(s => s.Points).Select(p => p.X).Where(x => !IsLogarithmicAlong || x > 0).DefaultIfEmpty(1)];
        (double first, double last) = (places.Min(), places.Max());
        Scale along = new(first, first == last ? last + 1 : last, frame.Left, frame.Right, IsLogarithmicAlong);

        frame.DrawRows(canvas, across);
        frame.DrawFoot(canvas, along, Along, whole: true, ticks: width > Narrow ? 8 : 5);
        foreach (Series series in Series) { DrawBand(canvas, series, along, across); }
        foreach (Series series in Series)
        {
            canvas.Path(series.Points.Select(p => (along[p.X], across[p.Y])), series.Role, series.Thickness, series.Dashes);
            DrawAlone(canvas, series, along, across);
        }
        DrawNotFinite(canvas, frame, along);
        if (IsLogarithmic) { DrawZeros(canvas, frame, along); }
        DrawNames(canvas, frame, across);
        if (Mark is var (x, y, text) && double.IsFinite(across[y])) { DrawMark(canvas, frame, along[x], across[y], text); }
    }

    private static Series Edge(Series series, string sign, Func<(double Low, double High), double> edge)
        => series with { Name = $"{series.Name} {sign}", Points = [.. series.Points.Zip(series.Band, (p, band) => (p.X, edge(band)))] };

    private static void DrawBand(SvgCanvas canvas, Series series, Scale along, Scale across) => canvas.Area(
        [
            .. series.Points.Zip(series.Band, (p, band) => (X: along[p.X], Low: across[band.Low], High: across[band.High]))
                .Where(p => double.IsFinite(p.Low) && double.IsFinite(p.High)),
        ],
        series.Role, BandOpacity);

    // A point without neighbours has no line.
    private static void DrawAlone(SvgCanvas canvas, Series series, Scale along, Scale across)
    {
        bool[] isThere = [false, .. series.Points.Select(p => double.IsFinite(across[p.Y])), false];
        foreach ((int i, (double x, double y)) in series.Points.Index())
        {
            if (isThere[i + 1] && !isThere[i] && !isThere[i + 2]) { canvas.Circle(along[x], across[y], 3, series.Role); }
        }
    }

    private void DrawNotFinite(SvgCanvas canvas, Frame frame, Scale along)
    {
        (double X, Role Role)[] marks = PlacesOf(y => !double.IsFinite(y));
        foreach ((double x, Role role) in marks) { canvas.Cross(along[x], frame.Top - 4, 3.5, role); }
        if (marks.Length > 0) { canvas.Text(along[marks[0].X] - 8, frame.Top, NotFinite, marks[0].Role, "end", 11); }
    }

    // Zero lies below all powers of ten.
    private void DrawZeros(SvgCanvas canvas, Frame frame, Scale along)
    {
        (double X, Role Role)[] marks = PlacesOf(y => y == 0);
        foreach ((double x, Role role) in marks) { canvas.Circle(along[x], frame.Bottom, 3.5, Role.Paper, role); }
        if (marks.Length > 0) { canvas.Text(along[marks[0].X] - 8, frame.Bottom - 5, "0", marks[0].Role, "end", 11); }
    }

    private (double X, Role Role)[] PlacesOf(Func<double, bool> isSo)
        => [.. Series.SelectMany(s => s.Points.Where(p => isSo(p.Y)).Select(p => (p.X, s.Role)))];

    // Beside the last point that is finite, and below one another where those are close.
    private void DrawNames(SvgCanvas canvas, Frame frame, Scale across)
    {
        double free = frame.Top - LabelHeight;
        (Series Series, double Y)[] ends =
        [
            .. Series.Select(s => (s, s.Points.Select(p => across[p.Y]).LastOrDefault(double.IsFinite, double.NaN)))
                .Where(e => double.IsFinite(e.Item2)).OrderBy(e => e.Item2),
        ];
        double[] places = new double[ends.Length];
        for (int i = 0; i < ends.Length; i++) { places[i] = free = Math.Max(ends[i].Y, free + LabelHeight); }
        double over = places.Length == 0 ? 0 : Math.Max(0, places[^1] - frame.Bottom);
        for (int i = places.Length - 1; i >= 0 && over > 0; i--)
        {
            places[i] = Math.Min(places[i], frame.Bottom - (places.Length - 1 - i) * LabelHeight);
        }
        for (int i = 0; i < ends.Length; i++) { canvas.Text(frame.Right + Gap, places[i] + 4, ends[i].Series.Name, ends[i].Series.Role); }
    }

    private static void DrawMark(SvgCanvas canvas, Frame frame, double x, double y, string text)
    {
        canvas.Line(x, frame.Top, x, frame.Bottom, Role.Axis, dashes: "2 3");
        canvas.Circle(x, y, 4, Role.Paper, Role.Ink);
        bool isRight = x > (frame.Left + frame.Right) / 2;
        canvas.Text(x + (isRight ? -6 : 6), frame.Top + 10, text, Role.Ink, isRight ? "end" : "start");
    }
}
