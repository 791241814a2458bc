using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Pages;

/// <summary>Several runs beside each other: verdict, numbers, and the options in which they differ.</summary>
internal static class ComparisonTable
{
    public static void Write(HtmlWriter html, IReadOnlyList<RunStory> runs, Words words)
    {
        html.Element("h1", words["compare.heading"], ("class", "verdict"));
        html.Open("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", words["compare.heading"]));
        html.Open("table", ("class", "compare")).Open("thead").Open("tr").Element("td", "");
        foreach (RunStory run in runs) { html.Element("th", run.Name, ("scope", "col")); }
        html.Close().Close().Open("tbody");

        html.Open("tr").Element("th", words["verdict"], ("scope", "row"));
        foreach (RunStory run in runs)
        {
            html.Open("td").Raw(VerdictBadge.Icon(VerdictText.StateOf(run))).Element("span", VerdictText.Of(run, words)).Close();
        }
        html.Close();
        (string Name, string Value, string Note)[][] facts = [.. runs.Select(run => VerdictText.FactsOf(run, words).ToArray())];
        foreach (string name in facts.SelectMany(f => f).Select(f => f.Name).Distinct())
        {
            html.Open("tr").Element("th", name, ("scope", "row"));
            foreach ((string Name, string Value, string Note)[] ofRun in facts)
            {
                (_, string value, string note) = Array.Find(ofRun, f => f.Name == name);
                html.Open("td").Element("b", value ?? "").Raw(" ").Element("span", note ?? "", ("class", "muted")).Close();
            }
            html.Close();
        }
        foreach (string option in Differing(runs))
        {
            html.Open("tr").Element("th", $"--{option}", ("scope", "row"));
            foreach (RunStory run in runs) { html.Element("td", ValueOf(run, option) ?? "—"); }
            html.Close();
        }
        html.Close().Close().Close();
    }

    private static IEnumerable<string> Differing(IReadOnlyList<RunStory> runs)
        => runs.SelectMany(run => run.Options.Select(o => o.Name)).Distinct()
            .Where(name => runs.Select(run => ValueOf(run, name)).Distinct().Count() > 1);

    private static string? ValueOf(RunStory run, string option)
        => run.Options.Where(o => o.Name == option).Select(o => o.Value).FirstOrDefault();
}
