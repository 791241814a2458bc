using System.Globalization;
using System.Text;
using Rectify.Activations;
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
        _html.BeginPage(_words, _words["atlas.title"], isMany: false);
        _html.Raw("<style>").Raw(PageStyle.Resource("atlas.css")).Raw("</style>\n");
        _html.Open("header").Element("p", _words["atlas.title"], ("class", "kicker"));
        _html.Element("h1", _words.Fill("atlas.heading", _portraits.Count), ("class", "verdict"));
        _html.Element("p", _words["atlas.note"], ("class", "note")).Close();
        _html.Open("main", ("id", "main"));
        WriteFilters();
        WriteIndex();
        WriteSlider();
        foreach (ActivationPortrait portrait in _portraits) { WriteCard(portrait); }
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
            _html.Open("a", ("href", $"#{portrait.Info.Name}"), ("data-has", Traits(portrait)), ("class", "thumb"));
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

    private void WriteCard(ActivationPortrait portrait)
    {
        ActivationInfo info = portrait.Info;
        (string title, string formula) = ($"{info.Name}-title", _words.Translation($"{info.Name}.formula") ?? info.Formula);
        _html.Open("section", ("class", "card"), ("id", info.Name), ("data-has", Traits(portrait)), ("aria-labelledby", title));
        _html.Element("h2", info.Name, ("id", title));
        _html.Open("p", ("class", "formula")).Element("span", "f(x) = ").Element("b", formula).Close();
        WriteSentence("p", $"{info.Name}.summary", info.Summary, "summary");
        _html.Element("p", "", ("class", "reading"), ("hidden", ""));
        _html.Charts(AtlasCharts.Of(portrait, _words), _words, titled: true);
        if (info.ChosenWhen != "" && info.FailsWhen != "") { WriteAdvice(info); }
        _html.Open("dl", ("class", "known"));
        foreach ((string name, string value) in KnownOf(portrait))
        {
            _html.Open("div").Element("dt", name).Element("dd", value).Close();
        }
        _html.Close().Close();
    }

    private void WriteAdvice(ActivationInfo info)
    {
        _html.Open("dl", ("class", "advices")).Open("div").Element("dt", _words["atlas.chosen"]);
        WriteSentence("dd", $"{info.Name}.chosen", info.ChosenWhen);
        _html.Close().Open("div").Element("dt", _words["atlas.fails"]);
        WriteSentence("dd", $"{info.Name}.fails", info.FailsWhen);
        _html.Close().Close();
    }

    // The definitions speak English; what has no words in another language yet says so to a screen reader.
    private void WriteSentence(string tag, string key, string english, string style = "sentence")
    {
        if (_words.Translation(key) is { } translated) { _html.Element(tag, translated, ("class", style)); }
        else { _html.Element(tag, english, ("class", style), ("lang", "en")); }
    }

    private IEnumerable<(string Name, string Value)> KnownOf(ActivationPortrait portrait)
    {
        ActivationInfo info = portrait.Info;
        string[] traits = [.. TraitCatalog.Of(portrait).Select(trait => _words[$"trait.{trait}"])];
        yield return (_words["atlas.traits"], traits.Length == 0 ? "—" : AtlasText.Listed(_words, traits));
        yield return (_words["atlas.settings"], info.Settings.Count == 0 ? _words["none"] : info.SettingsText);
        yield return (_words["atlas.zero"], AtlasText.Of(portrait.Zero, portrait, threshold: 0, _words));
        if (!info.IsPiecewiseLinear)
        {
            yield return (_words["atlas.inactive"],
                AtlasText.Of(portrait.Inactive, portrait, portrait.Activation.ActiveThreshold, _words));
        }
        yield return (_words["atlas.kink"], portrait.Jumps.Count == 0
            ? _words["none"]
            : AtlasText.Listed(_words, portrait.Jumps.Select(j => $"f′({NumberText.Of(j.X)}) = {NumberText.Of(j.Used)}")));
        yield return (_words["atlas.gain"], NumberText.Of(portrait.Activation.Gain, 5));
        (string mean, string square) = (NumberText.Of(portrait.Mean, 4), NumberText.Of(portrait.MeanSquare, 4));
        string slope = NumberText.Of(portrait.DerivativeMeanSquare, 4);
        yield return (_words["atlas.moments"], $"E[f] = {mean}, E[f²] = {square}, E[f′²] = {slope}");
        yield return (_words["atlas.start"], info.Initialization);
        yield return ("ONNX", info.OnnxOperator ?? _words["atlas.traced"]);
        Measurement[] measured = [.. Measurement.Of(info.Name)];
        yield return (_words["atlas.accuracy"], measured.Length == 0
            ? _words["atlas.unmeasured"]
            : _words.Fill("atlas.ulp", AtlasText.Ulp(measured[0].ForwardUlp), AtlasText.Ulp(measured[0].DerivativeUlp)));
        yield return (_words["atlas.speed"], measured.Length == 0
            ? _words["atlas.unmeasured"]
            : AtlasText.Listed(_words, measured.Select(row => AtlasText.Speed(row, _words))));
        yield return (_words["atlas.source"], info.Source);
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
        _html.Raw($"<script>{PageStyle.Resource("atlas.js")}</script>\n");
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

    private static string Traits(ActivationPortrait portrait) => string.Join(' ', TraitCatalog.Of(portrait));

    private static string Number(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
