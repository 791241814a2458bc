using System.Globalization;
using System.Text;
using Rectify.Reports.Atlas;
using Rectify.Reports.Charts;
using Rectify.Reports.Languages;

namespace Rectify.Reports.Pages;

/// <summary>The atlas: a card for every activation of the catalog, one slider for all, and filters.</summary>
internal sealed class AtlasPage
{
    private const double ThumbWidth = 72, ThumbHeight = 48;

    private readonly IReadOnlyList<ActivationPortrait> _portraits;
    private readonly Words _words;
    private readonly HtmlWriter _html;

    private AtlasPage(IReadOnlyList<ActivationPortrait> portraits, Words words, TextWriter html)
        => (_portraits, _words, _html) = (portraits, words, new(html));

    /// <summary>The whole page.</summary>
    public static void Write(IReadOnlyList<ActivationPortrait> portraits, Words words, TextWriter html)
        => new AtlasPage(portraits, words, html).Write();

    private void Write()
    {
        _html.BeginPage(_words, _words["atlas.title"], isMany: false, PageStyle.Resource("atlas.css"));
        _html.Open("header").Element("p", _words["atlas.title"], ("class", "kicker"));
        _html.Element("h1", _words.Fill("atlas.heading", _portraits.Count), ("class", "verdict"));
        _html.Element("p", _words["atlas.note"], ("class", "note")).Close();
        _html.Open("main", ("id", "main"));
        WriteFilters();
        WriteIndex();
        WriteSlider();
        foreach (ActivationPortrait portrait in _portraits) { AtlasCard.Write(_html, portrait, _words); }
        WriteNumbers();
        _html.Close();
        WriteScript();
        _html.EndPage(_words, typeof(AtlasPage).Assembly.GetName().Version!.ToString(3));
    }

    // What needs the script is shown by it.
    private void WriteFilters()
    {
        _html.Open("form", ("id", "filters"), ("hidden", ""), ("aria-label", _words["atlas.filters"]));
        foreach (Trait trait in TraitCatalog.All)
        {
            _html.Open("label").Element("span", _words[$"trait.{trait.Name}"]);
            _html.Open("select", ("name", trait.Name));
            foreach (string choice in (string[])["any", "yes", "no"]) { _html.Element("option", _words[choice], ("value", choice)); }
            _html.Close().Close();
        }
        _html.Element("output", "", ("id", "shown"), ("data-text", _words["atlas.shown"])).Close();
    }

    private void WriteIndex()
    {
        _html.Open("nav", ("class", "index"), ("aria-label", _words["atlas.index"]));
        foreach (ActivationPortrait portrait in _portraits)
        {
            _html.Open("a", ("href", $"#{portrait.Info.Name}"), ("data-has", AtlasCard.TraitsOf(portrait)), ("class", "thumb"));
            _html.Raw(Thumb(portrait)).Element("span", portrait.Info.Name).Close();
        }
        _html.Close();
    }

    private void WriteSlider()
    {
        string end = Whole(ActivationPortrait.End), step = (1.0 / ActivationPortrait.StepsPerUnit).ToString(CultureInfo.InvariantCulture);
        _html.Open("div", ("id", "slider"), ("hidden", "")).Element("label", _words["atlas.slider"], ("for", "x"));
        _html.Raw($"<input type=\"range\" id=\"x\" min=\"-{end}\" max=\"{end}\" step=\"{step}\" value=\"-1\">");
        _html.Element("output", "", ("id", "x-value"), ("for", "x")).Close();
    }

    private void WriteNumbers()
    {
        _html.BeginSection("numbers", _words["numbers.title"], _words["atlas.numbers.note"]);
        string[] heads =
        [
            _words["atlas.activation"], _words["atlas.gain"], "E[f]", "E[f²]", "E[f′²]", _words["atlas.zero"], _words["atlas.ulp.forward"],
            _words["atlas.ulp.derivative"], _words["atlas.ns"],
        ];
        DataTable table = new(_words["numbers.title"], heads,
        [
            .. _portraits.Select(portrait =>
            {
                Measurement? measured = Measurement.Of(portrait.Info.Name).LastOrDefault();
                return (IReadOnlyList<string>)
                [
                    portrait.Info.Name, NumberText.Of(portrait.Activation.Gain, 4), NumberText.Of(portrait.Mean, 4),
                    NumberText.Of(portrait.MeanSquare, 4), NumberText.Of(portrait.DerivativeMeanSquare, 4),
                    AtlasText.Of(portrait.Zero, portrait, threshold: 0, _words),
                    measured is null ? "" : AtlasText.Ulp(measured.ForwardUlp),
                    measured is null ? "" : AtlasText.Ulp(measured.DerivativeUlp),
                    measured is null ? "" : NumberText.Of(measured.ForwardNanoseconds),
                ];
            }),
        ]);
        _html.Open("div", ("class", "scroll whole"), ("role", "region"), ("tabindex", "0"), ("aria-label", table.Caption));
        _html.Table(table);
        _html.Close().Close();
    }

    private void WriteScript()
    {
        StringBuilder samples = new("{");
        foreach ((int i, ActivationPortrait portrait) in _portraits.Index())
        {
            samples.Append(i == 0 ? "" : ",").Append($"\"{portrait.Info.Name}\":[[{Join(s => s.Value)}],[{Join(s => s.Derivative)}]]");
            string Join(Func<CurveSample, double> of) => string.Join(',', portrait.Samples.Select(s => Number(of(s))));
        }
        _html.Raw($"<script type=\"application/json\" id=\"samples\">{samples}}}</script>\n");
        _html.Needs("atlas.js");
    }

    private static string Thumb(ActivationPortrait portrait)
    {
        SvgCanvas canvas = new(ThumbWidth, ThumbHeight, isFile: false);
        CurveSample[] near = [.. portrait.Samples.Where(s => Math.Abs(s.X) <= 4)];
        Scale along = new(near[0].X, near[^1].X, 2, ThumbWidth - 2), across = new(-1.5, 4, ThumbHeight - 2, 2);
        canvas.Line(2, across[0], ThumbWidth - 2, across[0], Role.Axis);
        canvas.Line(along[0], 2, along[0], ThumbHeight - 2, Role.Axis);
        canvas.Path(near.Select(s => (along[s.X], s.Value is < -1.5 or > 4 ? double.NaN : across[s.Value])), Role.Blue, 2);
        return canvas.ToPicture();
    }

    private static string Number(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
