using Rectify.Data;
using Rectify.Health;

namespace Rectify.Reports.Charts;

/// <summary>
/// How often each unit fires, epoch by epoch: a row for each, from those that fire most to those that are silent. What is silent is
/// hatched, and has a cross at its end.
/// </summary>
internal sealed class RateStrip : Chart
{
    private const double Left = 46, Top = 18, MostHeight = 208, LeastRow = 0.75, MostRow = 14, KeptWidth = 14, Gap = 4, KeyHeight = 30;
    private const int MostPixels = 320, Levels = 64;

    private readonly LayerFacts? _facts;
    private readonly IReadOnlyList<(int Epoch, LayerPortrait Layer)> _portraits;
    private readonly int[] _order;

    /// <param name="portraits">The layer in the epochs that were kept.</param>
    /// <param name="facts">The layer with the weights that were kept; null before the end.</param>
    public RateStrip(IReadOnlyList<(int Epoch, LayerPortrait Layer)> portraits, LayerFacts? facts)
    {
        (_portraits, _facts) = (portraits, facts);
        int units = facts?.Census.Units ?? portraits[^1].Layer.Rates.Count;
        _order = [.. Enumerable.Range(0, units).OrderByDescending(ShareOf)];
    }

    /// <summary>The words beside: epoch, kept, unit, never, always, silent.</summary>
    public required (string Epoch, string Kept, string Unit, string Never, string Always, string Silent) Names { get; init; }

    public required DataTable Units { get; init; }

    public override DataTable Table => Units;

    private double RowHeight => Math.Clamp(MostHeight / _order.Length, LeastRow, MostRow);

    private double Height => RowHeight * _order.Length;

    public override double HeightAt(double width) => Top + Height + Frame.AxisHeight + KeyHeight;

    public override void Draw(SvgCanvas canvas, double width)
    {
        int[] silent = [.. _order.Index().Where(row => ShareOf(row.Item) == 0).Select(row => row.Index)];
        double labels = 8 + WidthOf($"✕ {_order.Length} {Names.Silent}", 11);
        Frame all = new(Left, Top, width - labels, Top + Height);
        Frame epochs = _facts is null ? all : all with { Right = all.Right - KeptWidth - Gap };

        canvas.Text(Left - 6, Top + 9, NumberText.Whole(_order.Length), anchor: "end", size: 11);
        canvas.Text(Left - 6, Top + Height, Names.Unit, anchor: "end", size: 11);
        canvas.Hatched(epochs.Left, Top, epochs.Right - epochs.Left, Height);
        if (_portraits.Count > 0)
        {
            int last = Math.Max(_portraits[^1].Epoch, 1), columns = Math.Min(last + 1, MostPixels);
            byte[] png = Png(columns, column => RatesAt(column * last / Math.Max(columns - 1, 1)));
            canvas.Image(epochs.Left, Top, epochs.Right - epochs.Left, Height, png);
            epochs.DrawFoot(canvas, new(0, last, epochs.Left, epochs.Right), Names.Epoch, whole: true);
        }
        if (_facts is not null)
        {
            canvas.Hatched(all.Right - KeptWidth, Top, KeptWidth, Height);
            canvas.Image(all.Right - KeptWidth, Top, KeptWidth, Height, Png(1, _ => [.. Enumerable.Range(0, _order.Length)
                .Select(unit => FiringRate.Of(_facts.Census.ActiveRows[unit], _facts.Census.Rows))]));
            canvas.Text(all.Right - KeptWidth / 2, Top - 6, Names.Kept, anchor: "middle", size: 11);
        }
        DrawSilent(canvas, silent, all.Right);
        DrawKey(canvas, all);
    }

    // The rows of silent units are neighbours, below all others: one bracket holds them where rows are too low for a cross each.
    private void DrawSilent(SvgCanvas canvas, int[] silent, double x)
    {
        if (silent.Length == 0) { return; }
        double top = Top + silent[0] * RowHeight, bottom = Top + (silent[^1] + 1) * RowHeight, middle = (top + bottom) / 2;
        if (RowHeight >= 8)
        {
            foreach (int row in silent) { canvas.Cross(x + 9, Top + (row + 0.5) * RowHeight, 3, Role.Ink); }
            canvas.Text(x + 18, middle + 4, $"{silent.Length} {Names.Silent}", Role.Ink, size: 11);
            return;
        }
        canvas.Path([(x + 2, top), (x + 5, top), (x + 5, bottom), (x + 2, bottom)], Role.Ink, 1);
        canvas.Text(x + 9, Math.Min(middle + 4, Top + Height), $"✕ {silent.Length} {Names.Silent}", Role.Ink, size: 11);
    }

    private void DrawKey(SvgCanvas canvas, Frame frame)
    {
        const double Width = 96, Thickness = 8;
        double y = Top + Height + Frame.AxisHeight + 12, x = frame.Left;
        canvas.Hatched(x, y, 12, Thickness);
        canvas.Text(x + 17, y + 8, Names.Never, size: 11);
        x += 17 + WidthOf(Names.Never, 11) + 14;
        const int Parts = 24;
        for (int i = 0; i < Parts; i++)
        {
            canvas.Rectangle(x + i * Width / Parts, y, Width / Parts + 0.3, Thickness, Palette.HexOfShare((double)i / (Parts - 1)));
        }
        canvas.Text(x + Width + 6, y + 8, Names.Always, size: 11);
    }

    private double ShareOf(int unit) => _facts is { Census: var census }
        ? (double)census.ActiveRows[unit] / Math.Max(census.Rows, 1)
        : FiringRate.ShareOf(_portraits[^1].Layer.Rates[unit]);

    // As it was in the last epoch that was kept, up to there.
    private IReadOnlyList<byte> RatesAt(int epoch) => _portraits.LastOrDefault(p => p.Epoch <= epoch, _portraits[0]).Layer.Rates;

    // A pixel for each unit and column, in so many levels that neighbours are told apart; what is silent lets the hatching through.
    private byte[] Png(int columns, Func<int, IReadOnlyList<byte>> ratesOf)
    {
        byte[] pixels = new byte[columns * _order.Length];
        for (int column = 0; column < columns; column++)
        {
            IReadOnlyList<byte> rates = ratesOf(column);
            for (int row = 0; row < _order.Length; row++) { pixels[row * columns + column] = LevelOf(rates[_order[row]]); }
        }
        byte[] palette = new byte[3 * (Levels + 1)];
        for (int level = 1; level <= Levels; level++)
        {
            (palette[3 * level], palette[3 * level + 1], palette[3 * level + 2]) = Palette.OfShare((level - 1) / (Levels - 1.0));
        }
        return PngWriter.EncodeIndexed(pixels, columns, palette);
    }

    private static byte LevelOf(byte rate)
        => (byte)(rate == FiringRate.Never ? 0 : 1 + (int)Math.Round(FiringRate.ShareOf(rate) * (Levels - 1)));
}
