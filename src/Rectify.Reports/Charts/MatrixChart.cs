namespace Rectify.Reports.Charts;

/// <summary>Counts by two kinds of the same things; the colour is the share of the row.</summary>
internal sealed class MatrixChart : Chart
{
    private const double Top = 40, MostCell = 56, LeastCellOfNumber = 22;
    private const int MostNarrow = 10;

    public required IReadOnlyList<string> Labels { get; init; }
    public required IReadOnlyList<IReadOnlyList<int>> Counts { get; init; }

    /// <summary>What rows are.</summary>
    public required string Down { get; init; }

    /// <summary>What columns are.</summary>
    public required string Across { get; init; }

    public override bool IsWide => Labels.Count > MostNarrow;

    public override DataTable Table => new(Title, [$"{Down} \\ {Across}", .. Labels],
        [.. Labels.Zip(Counts, (label, row) => (IReadOnlyList<string>)[label, .. row.Select(n => NumberText.Whole(n))])]);

    public override double HeightAt(double width) => Top + CellAt(width) * Labels.Count + 8;

    public override void Draw(SvgCanvas canvas, double width)
    {
        double cell = CellAt(width), left = LeftAt(width), size = Math.Min(12, cell * 0.42);
        bool areNumbered = cell >= LeastCellOfNumber, areNamed = cell >= 9;
        canvas.Text(left, 12, $"{Across} →", size: 11);
        canvas.Text(left - 8, 12, $"{Down} ↓", anchor: "end", size: 11);
        foreach ((int i, string label) in Labels.Index())
        {
            double middle = Top + (i + 0.5) * cell;
            if (areNamed) { canvas.Text(left - 8, middle + 4, Short(label, left - 16), Role.Ink, "end", Math.Min(12, cell)); }
            if (areNamed) { canvas.Text(left + (i + 0.5) * cell, Top - 8, Short(label, cell), Role.Ink, "middle", Math.Min(12, cell)); }
            double all = Math.Max(Counts[i].Sum(), 1);
            foreach ((int j, int count) in Counts[i].Index())
            {
                (double x, double y) = (left + j * cell, Top + i * cell);
                canvas.Rectangle(x + 0.5, y + 0.5, cell - 1, cell - 1, Palette.HexOfShare(count / all));
                if (areNumbered) { canvas.TextOn(x + cell / 2, y + cell / 2 + size * 0.36, NumberText.Whole(count), count / all, size); }
            }
            canvas.Rectangle(left + i * cell + 0.5, Top + i * cell + 0.5, cell - 1, cell - 1, null, Role.Ink);
        }
    }

    private double LeftAt(double width) => Math.Min(Math.Max(Labels.Max(l => WidthOf(l)), WidthOf(Down) + 14) + 16, width / 3);

    private double CellAt(double width) => Math.Min(MostCell, (width - LeftAt(width) - 2) / Labels.Count);

    private static string Short(string text, double room)
    {
        if (WidthOf(text) <= room) { return text; }
        int kept = text.Length;
        while (kept > 1 && WidthOf(text[..kept]) + 8 > room) { kept--; }
        return text[..kept] + "…";
    }
}
