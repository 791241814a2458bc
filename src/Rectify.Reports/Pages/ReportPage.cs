using Rectify.Health;
using Rectify.Reports.Charts;
using Rectify.Reports.Figures;
using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Pages;

/// <summary>The report on one run, or on several side by side: one HTML file that needs nothing beside it.</summary>
internal sealed class ReportPage
{
    private readonly IReadOnlyList<RunStory> _runs;
    private readonly Words _words;
    private readonly HtmlWriter _html;

    private ReportPage(IReadOnlyList<RunStory> runs, Words words, TextWriter html) => (_runs, _words, _html) = (runs, words, new(html));

    /// <summary>The whole page.</summary>
    /// <param name="runs">One or more.</param>
    /// <param name="words">The language to write in.</param>
    /// <param name="html">Where to.</param>
    public static void Write(IReadOnlyList<RunStory> runs, Words words, TextWriter html) => new ReportPage(runs, words, html).Write();

    /// <inheritdoc cref="Write(IReadOnlyList{RunStory}, Words, TextWriter)"/>
    public static string Write(IReadOnlyList<RunStory> runs, Words words)
    {
        using StringWriter html = new();
        Write(runs, words, html);
        return html.ToString();
    }

    private bool AreMany => _runs.Count > 1;

    private void Write()
    {
        string title = AreMany ? string.Join(" · ", _runs.Select(r => r.Name)) : _runs[0].Name;
        (IFigure Figure, IReadOnlyList<Chart>[] Charts)[] figures =
        [
            .. FigureCatalog.All
                .Select(figure => (figure, _runs.Select(run => (IReadOnlyList<Chart>)[.. figure.ChartsOf(run, _words)]).ToArray()))
                .Where(f => f.Item2.Any(charts => charts.Count > 0)),
        ];

        _html.Raw("<!doctype html>\n").Open("html", ("lang", _words.Language)).Open("head");
        _html.Raw("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        _html.Raw("<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n");
        _html.Element("title", $"{title} · rectify").Raw("\n<style>").Raw(PageStyle.Text).Raw("</style>\n").Close();
        _html.Open("body", ("class", AreMany ? "many" : "one"));
        _html.Element("a", _words["page.skip"], ("class", "skip"), ("href", "#main"));
        _html.Raw($"<svg class=\"defs\" aria-hidden=\"true\">{SvgCanvas.Hatch("var(--axis)")}</svg>\n");
        WriteHead(title);
        _html.Open("main", ("id", "main"));
        WriteFindings();
        foreach ((IFigure figure, IReadOnlyList<Chart>[] charts) in figures) { WriteFigure(figure, charts); }
        WritePictures();
        WriteUnits();
        WriteRuns();
        _html.Close();
        _html.Open("footer").Element("p", _words.Fill("page.made", _runs[0].Version)).Close();
        _html.Close().Close();
    }

    private void WriteHead(string title)
    {
        string what = AreMany ? _words.Fill("compare.title", _runs.Count) : $"{_words["page.report"]} · {title}";
        _html.Open("header").Element("p", what, ("class", "kicker"));
        if (AreMany) { ComparisonTable.Write(_html, _runs, _words); }
        else
        {
            VerdictBadge.Write(_html, "h1", _runs[0], _words);
            _html.Open("dl", ("class", "facts"));
            foreach ((string name, string value, string note) in VerdictText.FactsOf(_runs[0], _words))
            {
                _html.Open("div").Element("dt", name).Open("dd").Element("b", value).Raw(" ").Element("span", note).Close().Close();
            }
            _html.Close();
        }
        _html.Close();
    }

    private void WriteFindings()
    {
        (RunStory Run, Finding Finding)[] findings = [.. _runs.SelectMany(run => run.Findings.Select(f => (run, f)))];
        if (findings.Length == 0) { return; }
        Begin("findings", _words["findings.title"], null);
        (RunStory, Finding)[] hints = [.. findings.Where(f => f.Finding.Severity == Severity.Hint)];
        WriteFindings(findings.Except(hints));
        if (hints.Length > 0)
        {
            _html.Open("details").Element("summary", _words.Count("findings.hints", hints.Length, NumberText.Whole(hints.Length)));
            WriteFindings(hints);
            _html.Close();
        }
        _html.Close();
    }

    private void WriteFindings(IEnumerable<(RunStory Run, Finding Finding)> findings)
    {
        if (!findings.Any()) { return; }
        _html.Open("ul", ("class", "findings"));
        foreach ((RunStory run, Finding finding) in findings)
        {
            string severity = finding.Severity.ToString().ToLowerInvariant();
            _html.Open("li", ("class", severity)).Open("p", ("class", "finding"));
            _html.Raw(VerdictBadge.Icon(severity)).Element("b", VerdictText.TitleOf(finding, _words));
            string[] where =
            [
                _words[$"severity.{severity}"], finding.Rule, finding.Layer ?? "",
                finding.Epoch is { } epoch ? _words.Fill("at-epoch", epoch) : "", AreMany ? run.Name : "",
            ];
            _html.Raw(" ").Element("span", string.Join(" · ", where.Where(w => w != "")), ("class", "muted")).Close();

            // Rules speak English, with the numbers they saw.
            _html.Open("p", ("lang", "en")).Text(finding.Message).Close();
            _html.Open("p", ("lang", "en"), ("class", "advice")).Text(finding.Advice).Close();
            if (finding.Options is { } options) { _html.Element("code", $"rectify train --config {run.Name}/run.json {options}"); }
            _html.Close();
        }
        _html.Close();
    }

    private void WriteFigure(IFigure figure, IReadOnlyList<Chart>[] charts)
    {
        Begin(figure.Name, _words[$"figure.{figure.Name}.title"], _words[$"figure.{figure.Name}.note"]);
        if (AreMany && figure is LossFigure) { WriteCharts([LossFigure.Comparing(_runs, _words)], titled: false); }
        else if (AreMany)
        {
            _html.Open("div", ("class", "runs"));
            foreach ((RunStory run, IReadOnlyList<Chart> ofRun) in _runs.Zip(charts))
            {
                _html.Open("div", ("class", "run")).Element("h3", run.Name);
                WriteCharts(ofRun, titled: true);
                _html.Close();
            }
            _html.Close();
        }
        else { WriteCharts(charts[0], titled: charts[0].Count > 1 || charts[0][0].Title != _words[$"figure.{figure.Name}.title"]); }
        _html.Close();
    }

    private void WriteCharts(IReadOnlyList<Chart> charts, bool titled)
    {
        _html.Open("div", ("class", "charts"));
        foreach (Chart chart in charts)
        {
            bool isWide = chart.IsWide;
            _html.Open("figure", ("class", isWide ? "wide" : "narrow"));
            if (titled) { _html.Element("figcaption", chart.Title); }

            // Letters stay as large as they are: a wide chart is drawn anew for a narrow screen.
            if (isWide) { _html.Raw($"<div class=\"at-wide\">{chart.Drawn(Chart.Wide).ToElement(chart.Summary)}</div>"); }
            _html.Raw($"<div class=\"{(isWide ? "at-narrow" : "at-all")}\">{chart.Drawn(Chart.Narrow).ToElement(chart.Summary)}</div>\n");
            _html.Folded(_words["page.table"], chart.Table);
            _html.Close();
        }
        _html.Close();
    }

    private void WritePictures()
    {
        if (_runs.All(run => run.Picture.Length == 0)) { return; }
        Begin("picture", _words["figure.picture.title"], _words["figure.picture.note"]);
        foreach (RunStory run in _runs.Where(run => run.Picture.Length > 0))
        {
            _html.Raw($"<img class=\"pixels\" alt=\"\" src=\"data:image/png;base64,{Convert.ToBase64String(run.Picture)}\">");
        }
        _html.Close();
    }

    private void WriteUnits()
    {
        if (_runs.All(run => run.Layers.All(layer => layer.Census.Verdicts.All(UnitDrawers.IsFine)))) { return; }
        Begin("units", _words["units.title"], _words["units.note"]);
        foreach (RunStory run in _runs)
        {
            if (AreMany) { _html.Element("h3", run.Name); }
            UnitDrawers.Write(_html, run, _words);
        }
        _html.Close();
    }

    private void WriteRuns()
    {
        Begin("repeat", _words["repeat.title"], _words["repeat.note"]);
        foreach (RunStory run in _runs)
        {
            if (AreMany) { _html.Element("h3", run.Name); }
            _html.Open("pre").Element("code", run.Command).Close();
            if (run.Result?.Resume is { } resume)
            {
                _html.Element("p", _words["repeat.resume"]).Open("pre").Element("code", resume).Close();
            }
            _html.Folded(_words["repeat.options"], new DataTable(_words["repeat.options"], [_words["option"], _words["value"]],
                [.. run.Options.Select(o => (IReadOnlyList<string>)[o.Name, o.Value])]));
        }
        _html.Close();
    }

    private void Begin(string id, string title, string? note)
    {
        _html.Open("section", ("id", id), ("aria-labelledby", $"{id}-title")).Element("h2", title, ("id", $"{id}-title"));
        if (note is not null) { _html.Element("p", note, ("class", "note")); }
    }
}
