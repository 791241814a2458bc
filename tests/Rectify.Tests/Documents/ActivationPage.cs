using System.Globalization;
using System.Text;
using Rectify.Activations;

namespace Rectify.Tests.Documents;

/// <summary>The page of all activations: what their definitions say, and what is computed from them.</summary>
internal static class ActivationPage
{
    // Where nothing moves any more in single precision, for every activation here.
    private const float Far = 1000;

    public static string Write()
    {
        StringBuilder page = new("""
            # Activations

            Written by `dotnet dev.cs docs` from the definitions in src/Rectify/Activations; a test fails when this page is stale.

            *Gain* is 1/√E[f(z)²] for a standard normal z, with the defaults: what weights are multiplied by so that a layer keeps its
            second moment. f′ far left and right is taken at ∓1000, *at a kink* is the value that is used where the derivative jumps. A
            unit is *active* on a row where f′ is not 0, or, for a curve, where |f′| > 0.01.

            | name | f(x) | settings | gain | f′ far left | f′ at a kink | f′ far right |
            |---|---|---|---|---|---|---|

            """);
        foreach (ActivationEntry entry in ActivationCatalog.All) { page.Append(Row(entry)).Append('\n'); }
        foreach (ActivationEntry entry in ActivationCatalog.All) { page.Append(Section(entry)); }
        return page.ToString();
    }

    private static string Row(ActivationEntry entry)
    {
        Activation activation = entry.Create();
        string kinks = string.Join(", ", entry.Info.Kinks.Select(kink => $"{Number(Derivative(activation, kink))} at {Number(kink)}"));
        ActivationInfo info = entry.Info;
        return $"| [{info.Name}](#{info.Name}) | {info.Formula.Replace("|", "\\|")} | {info.SettingsText} | {Number(activation.Gain)} "
            + $"| {Number(Derivative(activation, -Far))} | {kinks} | {Number(Derivative(activation, Far))} |";
    }

    private static string Section(ActivationEntry entry)
    {
        ActivationInfo info = entry.Info;
        string advice = $"Choose it when {info.ChosenWhen}. It fails when {info.FailsWhen}.";
        StringBuilder section = new($"\n## {info.Name}\n\n{info.Summary} {info.Source}.\n\n{advice}\n");
        if (info.Settings.Count == 0) { return section.ToString(); }

        section.Append('\n');
        foreach (ActivationSetting setting in info.Settings)
        {
            section.Append($"- `{setting.Name}`: {setting.Accepted}; default {setting.ToText(setting.Default)}.\n");
        }
        return section.ToString();
    }

    private static float Derivative(Activation activation, float x)
    {
        float[] derivative = new float[1];
        activation.Derivative([x], derivative);
        return derivative[0];
    }

    // −0 is shown as 0: which zero it is matters to no reader of this page.
    private static string Number(float value) => (value == 0 ? 0 : value).ToString("G4", CultureInfo.InvariantCulture).Replace('-', '−');
}
