using System.Globalization;
using Rectify.Reports.Charts;
using Rectify.Reports.Comparisons;
using Rectify.Reports.Languages;

namespace Rectify.Reports.Pages;

/// <summary>The page about a comparison: what the intervals tell apart, with every number they are made of.</summary>
internal sealed class ComparisonPage
{
    private readonly ComparisonStory _story;
    private readonly Words _words;
    private readonly HtmlWriter _html;

    private ComparisonPage(ComparisonStory story, Words words, TextWriter html) => (_story, _words, _html) = (story, words, new(html));

    /// <summary>The whole page.</summary>
    public static void Write(ComparisonStory story, Words words, TextWriter html) => new ComparisonPage(story, words, html).Write();

    private void Write()
    {
        _html.BeginPage(_words, _story.Name, isMany: false);
        WriteHead();
        _html.Open("main", ("id", "main"));
        WriteReasons();
        Section("scores", ComparisonCharts.Scores(_story, _words), _words.Fill("scores.note", _story.Seeds.Count));
        Section("differences", ComparisonCharts.Differences(_story, _words), _words["differences.note"]);
        WriteNumbers();
        if (_story.Variants.Any(v => v.Losses.Count > 1))
        {
            Section("curves", ComparisonCharts.Losses(_story, _words), _words["curves.note"]);
        }
        if (_story.Variants.Any(v => v.Gradients.Count > 1))
        {
            Section("depth", ComparisonCharts.Gradients(_story, _words), _words["depth.note"]);
        }
        WriteCommands();
        _html.Close();
        _html.EndPage(_words, _story.Version);
    }

    private void WriteHead()
    {
        _html.Open("header").Element("p", $"{_words["page.comparison"]} · {_story.Name}", ("class", "kicker"));
        bool isClear = _story.Variants.Any(v => v.Difference is { IsClear: true });
        _html.Open("h1", ("class", "verdict")).Raw(VerdictBadge.Icon(isClear ? "ok" : "hint"));
        Say("span", _story.Headline);
        _html.Close();
        foreach (string detail in _story.Details) { Say("p", detail, ("class", "detail")); }
        VariantStory first = _story.Variants[0];
        string better = _words[_story.LargerIsBetter ? "larger-is-better" : "smaller-is-better"];
        _html.Facts(
        [
            (_words["fact.variants"], Whole(_story.Variants.Count), _words.Fill("fact.with-first", first.Name)),
            (_words["fact.seeds"], Whole(_story.Seeds.Count), $"{_story.Seeds[0]} – {_story.Seeds[^1]}"),
            (_words["fact.measure"], ComparisonCharts.Measure(_story, _words), better),
            (_words["fact.rows"], NumberText.Whole(_story.Rows), _words.Fill("fact.of-part", _words[$"part.{_story.Part}"])),
        ]);
        _html.Close();
    }

    private void Say(string tag, string english, params ReadOnlySpan<(string Name, string Value)> attributes)
        => _html.Said(tag, english, _words.Phrase(english), _words, attributes);

    private void WriteReasons()
    {
        if (_story.Reasons.Count == 0) { return; }
        _html.BeginSection("reasons", _words["reasons.title"], _words["reasons.note"]);
        _html.Open("ul", ("class", "findings"));
        foreach (string reason in _story.Reasons)
        {
            _html.Open("li").Open("p", ("class", "finding")).Raw(VerdictBadge.Icon("warning"));
            Say("span", reason);
            _html.Close().Close();
        }
        _html.Close().Close();
    }

    private void WriteNumbers()
    {
        _html.BeginSection("numbers", _words["numbers.title"], null);
        DataTable table = ComparisonCharts.Numbers(_story, _words);
        _html.Open("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", table.Caption));
        _html.Table(table);
        _html.Close();
        Say("p", _story.Assumption, ("class", "note"));
        _html.Close();
    }

    private void WriteCommands()
    {
        _html.BeginSection("repeat", _words["repeat.title"], _words["repeat.compare"]);
        _html.Open("pre").Element("code", _story.Command).Close();
        _html.Element("p", _words["repeat.variant"], ("class", "note"));
        foreach (VariantStory variant in _story.Variants) { _html.Open("pre").Element("code", variant.Command).Close(); }
        _html.Close();
    }

    private void Section(string id, Chart chart, string note)
    {
        _html.BeginSection(id, chart.Title, note);
        _html.Charts([chart], _words, titled: false);
        _html.Close();
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
