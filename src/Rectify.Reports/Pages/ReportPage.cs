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

        _html.BeginPage(_words, title, AreMany);
        WriteHead(title);
        _html.Open("main", ("id", "main"));
        WriteFindings();
        foreach ((IFigure figure, IReadOnlyList<Chart>[] charts) in figures) { WriteFigure(figure, charts); }
        WritePictures();
        WriteUnits();
        WriteRuns();
        _html.Close();
        _html.EndPage(_words, _runs[0].Version);
    }

    private void WriteHead(string title)
    {
        string what = AreMany ? _words.Fill("compare.title", _runs.Count) : $"{_words["page.report"]} · {title}";
        _html.Open("header").Element("p", what, ("class", "kicker"));
        if (AreMany) { ComparisonTable.Write(_html, _runs, _words); }
        else
        {
            VerdictBadge.Write(_html, "h1", _runs[0], _words);
            _html.Facts(VerdictText.FactsOf(_runs[0], _words));
        }
        _html.Close();
    }

    private void WriteFindings()
    {
        (RunStory Run, Finding Finding)[] findings = [.. _runs.SelectMany(run => run.Findings.Select(f => (run, f)))];
        if (findings.Length == 0) { return; }
        _html.BeginSection("findings", _words["findings.title"], null);
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

            _html.Said("p", finding.Message, _words.Phrase(finding.Message), _words);
            _html.Said("p", finding.Advice, _words.Phrase(finding.Advice), _words, ("class", "advice"));
            if (finding.Options is { } options) { _html.Element("code", $"rectify train --config {run.Name}/run.json {options}"); }
            _html.Close();
        }
        _html.Close();
    }

    private void WriteFigure(IFigure figure, IReadOnlyList<Chart>[] charts)
    {
        _html.BeginSection(figure.Name, _words[$"figure.{figure.Name}.title"], _words[$"figure.{figure.Name}.note"]);
        if (AreMany && figure is LossFigure) { _html.Charts([LossFigure.Comparing(_runs, _words)], _words, titled: false); }
        else if (AreMany)
        {
            _html.Open("div", ("class", "runs"));
            foreach ((RunStory run, IReadOnlyList<Chart> ofRun) in _runs.Zip(charts))
            {
                _html.Open("div", ("class", "run")).Element("h3", run.Name);
                _html.Charts(ofRun, _words, titled: true);
                _html.Close();
            }
            _html.Close();
        }
        else
        {
            bool titled = charts[0].Count > 1 || charts[0][0].Title != _words[$"figure.{figure.Name}.title"];
            _html.Charts(charts[0], _words, titled);
        }
        _html.Close();
    }

    private void WritePictures()
    {
        if (_runs.All(run => run.Picture.Length == 0)) { return; }
        _html.BeginSection("picture", _words["figure.picture.title"], _words["figure.picture.note"]);
        foreach (RunStory run in _runs.Where(run => run.Picture.Length > 0))
        {
            _html.Raw($"<img class=\"pixels\" alt=\"\" src=\"data:image/png;base64,{Convert.ToBase64String(run.Picture)}\">");
        }
        _html.Close();
    }

    private void WriteUnits()
    {
        if (_runs.All(run => run.Layers.All(layer => layer.Census.Verdicts.All(UnitDrawers.IsFine)))) { return; }
        _html.BeginSection("units", _words["units.title"], _words["units.note"]);
        foreach (RunStory run in _runs)
        {
            if (AreMany) { _html.Element("h3", run.Name); }
            UnitDrawers.Write(_html, run, _words);
        }
        _html.Close();
    }

    private void WriteRuns()
    {
        _html.BeginSection("repeat", _words["repeat.title"], _words["repeat.note"]);
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
}
