using Rectify.Activations;
using Rectify.Reports.Atlas;
using Rectify.Reports.Charts;
using Rectify.Reports.Languages;

namespace Rectify.Reports.Pages;

/// <summary>A card of the atlas: the drawings of an activation, when to choose it, and what is known of it.</summary>
internal sealed class AtlasCard
{
    private readonly ActivationPortrait _portrait;
    private readonly Words _words;
    private readonly HtmlWriter _html;

    private AtlasCard(ActivationPortrait portrait, Words words, HtmlWriter html)
        => (_portrait, _words, _html) = (portrait, words, html);

    /// <summary>The whole card.</summary>
    public static void Write(HtmlWriter html, ActivationPortrait portrait, Words words) => new AtlasCard(portrait, words, html).Write();

    /// <summary>The names of its traits, as the page's script reads them.</summary>
    public static string TraitsOf(ActivationPortrait portrait) => string.Join(' ', TraitCatalog.Of(portrait));

    private void Write()
    {
        ActivationInfo info = _portrait.Info;
        (string title, string formula) = ($"{info.Name}-title", _words.Translation($"{info.Name}.formula") ?? info.Formula);
        _html.Open("section", ("class", "card"), ("id", info.Name), ("data-has", TraitsOf(_portrait)), ("aria-labelledby", title));
        _html.Element("h2", info.Name, ("id", title));
        _html.Open("p", ("class", "formula")).Element("span", "f(x) = ").Element("b", formula).Close();
        WriteSentence("p", $"{info.Name}.summary", info.Summary, "summary");
        _html.Element("p", "", ("class", "reading"), ("hidden", ""));
        _html.Charts(AtlasCharts.Of(_portrait, _words), _words, titled: true);
        if (info.ChosenWhen != "" && info.FailsWhen != "") { WriteAdvice(info); }
        _html.Open("dl", ("class", "known"));
        foreach ((string name, string value) in Known())
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

    private void WriteSentence(string tag, string key, string english, string style = "sentence")
        => _html.Said(tag, english, _words.Translation(key), _words, ("class", style));

    private IEnumerable<(string Name, string Value)> Known()
    {
        ActivationInfo info = _portrait.Info;
        string[] traits = [.. TraitCatalog.Of(_portrait).Select(trait => _words[$"trait.{trait}"])];
        yield return (_words["atlas.traits"], traits.Length == 0 ? "—" : AtlasText.Listed(_words, traits));
        yield return (_words["atlas.settings"], info.Settings.Count == 0 ? _words["none"] : info.SettingsText);
        yield return (_words["atlas.zero"], AtlasText.Of(_portrait.Zero, _portrait, threshold: 0, _words));
        if (!info.IsPiecewiseLinear)
        {
            yield return (_words["atlas.inactive"],
                AtlasText.Of(_portrait.Inactive, _portrait, _portrait.Activation.ActiveThreshold, _words));
        }
        yield return (_words["atlas.kink"], _portrait.Jumps.Count == 0
            ? _words["none"]
            : AtlasText.Listed(_words, _portrait.Jumps.Select(j => $"f′({NumberText.Of(j.X)}) = {NumberText.Of(j.Used)}")));
        yield return (_words["atlas.gain"], NumberText.Of(_portrait.Activation.Gain, 5));
        (string mean, string square) = (NumberText.Of(_portrait.Mean, 4), NumberText.Of(_portrait.MeanSquare, 4));
        string slope = NumberText.Of(_portrait.DerivativeMeanSquare, 4);
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
}
