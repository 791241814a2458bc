using Rectify.Health;

namespace Rectify.Reports.Charts;

/// <summary>Where most of many numbers lie, over time: the middle, half of them, nine tenths; those that are exactly zero apart.</summary>
internal sealed class FanChart : Chart
{
    private const double Left = 46, Top = 12, ZerosHeight = 26, Between = 12;

    public required IReadOnlyList<(double X, PreActivationFan Fan)> Points { get; init; }
    public required string Along { get; init; }

    /// <summary>What stands beside the outermost, the inner and the middle line.</summary>
    public required (string Outer, string Inner, string Median) Names { get; init; }

    /// <summary>How the part that is exactly zero is called.</summary>
    public required string Zeros { get; init; }

    public override double HeightAt(double width) => 232;

    public override DataTable Table => new(Title, [Along, .. PreActivationFan.Shares.Select(s => NumberText.Percent(s, 0)), Zeros],
    [
        .. Points.Select(p => (IReadOnlyList<string>)
        [
            NumberText.Of(p.X, 7), .. Enumerable.Range(0, PreActivationFan.Shares.Count).Select(i
                => i < p.Fan.Quantiles.Count ? NumberText.Of(p.Fan.Quantiles[i], 4) : ""),
            NumberText.Percent(p.Fan.Zeros),
        ]),
    ]);

    public override void Draw(SvgCanvas canvas, double width)
    {
        double labels = ((string[])[Names.Outer, Names.Inner, Names.Median, Zeros]).Max(name => WidthOf(name, 11)) + 8;
        double foot = HeightAt(width) - Frame.AxisHeight;
        Frame fans = new(Left, Top, width - labels, foot - ZerosHeight - Between);
        Frame zeros = fans with { Top = foot - ZerosHeight, Bottom = foot };
        (double X, PreActivationFan Fan)[] known = [.. Points.Where(p => p.Fan.Quantiles.Count == PreActivationFan.Shares.Count)];

        // One alone holds until the end.
        if (known is [var only]) { known = [only, (only.X + 1, only.Fan)]; }
        Scale across = Scale.Of(known.SelectMany(p => p.Fan.Quantiles).Select(q => (double)q).Append(0), fans.Bottom, fans.Top, ticks: 4);
        double first = Points.Min(p => p.X), last = Points.Max(p => p.X);
        Scale along = new(first, first == last ? last + 1 : last, fans.Left, fans.Right);

        fans.DrawRows(canvas, across);
        canvas.Line(fans.Left, across[0], fans.Right, across[0], Role.Axis);
        canvas.Area(Band(0, 4), Role.Blue, 0.16);
        canvas.Area(Band(1, 3), Role.Blue, 0.3);
        canvas.Path(known.Select(p => (along[p.X], across[p.Fan.Quantiles[2]])), Role.Blue);
        if (known.Length > 0) { DrawNames(canvas, known[^1].Fan, across, fans.Right); }

        if (Points.All(p => p.Fan.Zeros == 0)) { canvas.Text(zeros.Left + 4, zeros.Bottom - 6, $"{Zeros}: 0\u00A0%", size: 11); }
        else { DrawZeros(canvas, zeros, along); }
        zeros.DrawFoot(canvas, along, Along, whole: true);

        (double, double, double)[] Band(int low, int high)
            => [.. known.Select(p => (along[p.X], across[p.Fan.Quantiles[low]], across[p.Fan.Quantiles[high]]))];
    }

    private void DrawZeros(SvgCanvas canvas, Frame frame, Scale along)
    {
        Scale share = new(0, 1, frame.Bottom, frame.Top);
        canvas.Text(frame.Left - 6, frame.Top + 8, "100\u00A0%", anchor: "end", size: 10);
        canvas.Text(frame.Left - 6, frame.Bottom + 1, "0\u00A0%", anchor: "end", size: 10);
        canvas.Line(frame.Left, frame.Top, frame.Right, frame.Top, Role.Grid);
        canvas.Area([.. Points.Select(p => (along[p.X], share[0], share[p.Fan.Zeros]))], Role.Purple, 0.45);
        canvas.Text(frame.Right + 6, frame.Bottom - 8, Zeros, Role.Purple, size: 11);
    }

    private void DrawNames(SvgCanvas canvas, PreActivationFan fan, Scale across, double right)
    {
        double middle = across[fan.Quantiles[2]], inner = across[fan.Quantiles[3]], outer = across[fan.Quantiles[4]];
        inner = Math.Min(inner, middle - 13);
        outer = Math.Min(outer, inner - 13);
        canvas.Text(right + 6, middle + 4, Names.Median, Role.Blue, size: 11);
        canvas.Text(right + 6, inner + 4, Names.Inner, Role.Blue, size: 11);
        canvas.Text(right + 6, outer + 4, Names.Outer, Role.Blue, size: 11);
    }
}
