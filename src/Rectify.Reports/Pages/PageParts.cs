using Rectify.Reports.Charts;
using Rectify.Reports.Languages;

namespace Rectify.Reports.Pages;

/// <summary>What every page has: its head and foot, sections, charts with their tables.</summary>
internal static class PageParts
{
    /// <summary>All before the body's own contents, which stay open.</summary>
    /// <param name="html">The page.</param>
    /// <param name="words">Its language.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="isMany">Whether things stand side by side, for which it is wider.</param>
    /// <param name="style">Rules of its own, beside those of every page.</param>
    public static void BeginPage(this HtmlWriter html, Words words, string title, bool isMany, string style = "")
    {
        html.Raw("<!doctype html>\n").Open("html", ("lang", words.Language)).Open("head");
        html.Raw("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Raw("<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n");
        html.Element("title", $"{title} · rectify").Raw("\n<style>").Raw(PageStyle.Text).Raw(style).Raw("</style>\n").Close();
        html.Open("body", ("class", isMany ? "many" : "one"));
        html.Element("a", words["page.skip"], ("class", "skip"), ("href", "#main"));
        html.Raw($"<svg class=\"defs\" aria-hidden=\"true\">{SvgCanvas.Hatch("var(--axis)")}</svg>\n");
    }

    public static void EndPage(this HtmlWriter html, Words words, string version)
    {
        html.Open("footer").Element("p", words.Fill("page.made", version)).Close();
        foreach (string script in html.Scripts) { html.Raw($"<script>{PageStyle.Resource(script)}</script>\n"); }
        html.Close().Close();
    }

    /// <summary>What the engine says in English: in the page's language where that has words for it, else marked as English.</summary>
    public static HtmlWriter Said(
        this HtmlWriter html, string tag, string english, string? translated, Words words,
        params ReadOnlySpan<(string Name, string Value)> attributes)
        => translated is not null || words.Language == "en"
            ? html.Element(tag, translated ?? english, attributes)
            : html.Element(tag, english, [.. attributes, ("lang", "en")]);

    /// <summary>Numbers that say most, each with its name above.</summary>
    public static void Facts(this HtmlWriter html, IEnumerable<(string Name, string Value, string Note)> facts)
    {
        html.Open("dl", ("class", "facts"));
        foreach ((string name, string value, string note) in facts)
        {
            html.Open("div").Element("dt", name).Open("dd").Element("b", value).Raw(" ").Element("span", note).Close().Close();
        }
        html.Close();
    }

    /// <summary>Begins a section; its end is to be closed.</summary>
    public static void BeginSection(this HtmlWriter html, string id, string title, string? note)
    {
        html.Open("section", ("id", id), ("aria-labelledby", $"{id}-title")).Element("h2", title, ("id", $"{id}-title"));
        if (note is not null) { html.Element("p", note, ("class", "note")); }
    }

    public static void Charts(this HtmlWriter html, IReadOnlyList<Chart> charts, Words words, bool titled)
    {
        html.Open("div", ("class", "charts"));
        foreach (Chart chart in charts)
        {
            bool isWide = chart.IsWide;
            html.Open("figure", ("class", isWide ? "wide" : "narrow"));
            if (titled) { html.Element("figcaption", chart.Title); }

            // Letters stay as large as they are: a wide chart is drawn anew for a narrow screen.
            if (isWide) { html.Raw($"<div class=\"at-wide\">{chart.Drawn(Chart.Wide).ToElement(chart.Summary)}</div>"); }
            html.Raw($"<div class=\"{(isWide ? "at-narrow" : "at-all")}\">{chart.Drawn(Chart.Narrow).ToElement(chart.Summary)}</div>\n");
            html.Folded(words["page.table"], chart.Table);
            html.Close();
        }
        html.Close();
    }
}
