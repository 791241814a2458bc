using Rectify.Health;
using Rectify.Reports.Charts;
using Rectify.Reports.Figures;
using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Pages;

/// <summary>A drawer for each unit that is not alive: why it is so.</summary>
internal static class UnitDrawers
{
    // The table of the firing rates has all of them.
    private const int MostOfLayer = 60, FewEnough = 8;

    public static bool IsFine(Verdict verdict) => verdict is Verdict.Alive or Verdict.AlwaysOn;

    public static void Write(HtmlWriter html, RunStory run, Words words)
    {
        bool areFew = run.Layers.Sum(layer => layer.Census.Verdicts.Count(verdict => !IsFine(verdict))) <= FewEnough;
        foreach (LayerFacts layer in run.Layers)
        {
            int[] units =
            [
                .. Enumerable.Range(0, layer.Census.Units).Where(unit => !IsFine(layer.Census.Verdicts[unit]))
                    .OrderBy(unit => layer.Census.ActiveRows[unit]),
            ];
            if (units.Length == 0) { continue; }
            html.Open("details", areFew ? [("class", "chest"), ("open", "")] : [("class", "chest")]);
            string count = words.Fill("units.layer", NumberText.Whole(units.Length), NumberText.Whole(layer.Census.Units));
            html.Open("summary").Element("b", layer.Census.Layer).Text(" · ").Text(count).Close();
            html.Open("div", ("class", "drawers"));
            foreach (int unit in units.Take(MostOfLayer))
            {
                html.Open("details", ("class", "drawer")).Open("summary");
                html.Element("span", words.Fill("units.unit", unit)).Raw(" ");
                html.Element("span", words[$"verdict.{UnitText.NameOf(layer.Census.Verdicts[unit])}"], ("class", "muted")).Close();
                html.Open("ul");
                foreach (string sentence in UnitText.Of(layer, unit, words)) { html.Element("li", sentence); }
                html.Close().Close();
            }
            html.Close();
            if (units.Length > MostOfLayer)
            {
                html.Element("p", words.Fill("units.more", NumberText.Whole(units.Length - MostOfLayer)), ("class", "muted"));
            }
            html.Close();
        }
    }
}
