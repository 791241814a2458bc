using Rectify.Data;
using Rectify.Reports.Atlas;
using Rectify.Reports.Charts;
using Rectify.Reports.Figures;
using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Pages;

/// <summary>One figure of a report as a file of its own, for papers and slides.</summary>
internal static class FigureFile
{
    private const double Margin = 16, Gap = 24, TitleHeight = 26;

    /// <summary>What --figure takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. FigureCatalog.All.Select(figure => figure.Name)];

    /// <summary>An SVG file: the charts of all runs, two in a row where they are narrow.</summary>
    /// <exception cref="ArgumentException">There is no such figure.</exception>
    /// <exception cref="DataException">No run has it.</exception>
    public static string Svg(string name, IReadOnlyList<RunStory> runs, Words words)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(words);
        IFigure figure = FigureCatalog.Find(name);
        (string Title, Chart Chart)[] charts = figure is LossFigure && runs.Count > 1
            ? [("", LossFigure.Comparing(runs, words))]
            : [.. runs.SelectMany(run => figure.ChartsOf(run, words).Select(chart => (TitleOf(run, chart, runs.Count > 1), chart)))];
        if (charts.Length == 0)
        {
            throw new DataException(
                $"There is no figure {name} of {string.Join(", ", runs.Select(r => r.Name))}: nothing of it was recorded there.");
        }
        return Svg(words[$"figure.{name}.title"], charts);
    }

    /// <summary>An SVG file of a card of the atlas.</summary>
    public static string Svg(ActivationPortrait portrait, Words words)
        => Svg(portrait.Info.Name, [.. AtlasCharts.Of(portrait, words).Select(chart => ($"{portrait.Info.Name} · {chart.Title}", chart))]);

    /// <summary>An SVG file of some charts, two in a row where they are narrow.</summary>
    /// <param name="title">What they are about.</param>
    /// <param name="charts">Each with what stands above it; empty for nothing.</param>
    public static string Svg(string title, IReadOnlyList<(string Title, Chart Chart)> charts)
    {
        List<string> parts = [];
        double y = Margin, width = charts.Count == 1 && !charts[0].Chart.IsWide ? Chart.Narrow : Chart.Wide;
        for (int i = 0; i < charts.Count;)
        {
            int inRow = charts[i].Chart.IsWide || width == Chart.Narrow || i + 1 == charts.Count || charts[i + 1].Chart.IsWide ? 1 : 2;
            double ofOne = charts[i].Chart.IsWide ? Chart.Wide : Chart.Narrow, height = 0;
            for (int j = 0; j < inRow; j++, i++)
            {
                (string above, Chart chart) = charts[i];
                double x = Margin + j * (Chart.Narrow + Gap), top = above == "" ? 0 : TitleHeight;
                SvgCanvas heading = new(ofOne, TitleHeight, isFile: true);
                heading.Text(0, 14, above, Role.Ink, size: 13, bold: true);
                if (above != "") { parts.Add(heading.ToPart(x, y)); }
                parts.Add(chart.Drawn(ofOne, isFile: true).ToPart(x, y + top));
                height = Math.Max(height, top + chart.HeightAt(ofOne));
            }
            y += height + Gap;
        }
        return SvgCanvas.ToFile(width + 2 * Margin, y - Gap + Margin, title, parts);
    }

    private static string TitleOf(RunStory run, Chart chart, bool areMany) => areMany ? $"{run.Name} · {chart.Title}" : chart.Title;
}
