using Rectify.Reports.Charts;
using Rectify.Reports.Languages;

namespace Rectify.Reports.Atlas;

/// <summary>The charts of a card of the atlas.</summary>
internal static class AtlasCharts
{
    private const string Function = "f(x)", Derivative = "f′(x)";

    public static IReadOnlyList<Chart> Of(ActivationPortrait portrait, Words words) => [Whole(portrait, words), Negative(portrait, words)];

    private static CurveChart Whole(ActivationPortrait portrait, Words words) => new()
    {
        Title = words["atlas.curve"],
        Summary = words.Fill("atlas.curve.summary", portrait.Info.Name, portrait.Info.Formula),
        Samples = portrait.Samples,
        FunctionName = Function,
        DerivativeName = Derivative,
        Jumps = portrait.Jumps,
        Zones = [.. Zones(portrait)],
    };

    // On a scale of its own, or what happens below zero would be lost beside what does not above it.
    private static CurveChart Negative(ActivationPortrait portrait, Words words)
    {
        CurveSample[] samples = [.. portrait.Samples.Where(sample => sample.X <= 0)];
        return new()
        {
            Title = words["atlas.negative"],
            Summary = words.Fill("atlas.negative.summary", portrait.Info.Name,
                NumberText.Of(samples.Min(s => s.Value)), NumberText.Of(samples.Max(s => s.Value))),
            Samples = samples,
            FunctionName = Function,
            Zones = [.. Zones(portrait)],
        };
    }

    private static IEnumerable<FlatZone> Zones(ActivationPortrait portrait)
    {
        (FlatEnds zero, FlatEnds inactive) = (portrait.Zero, portrait.Inactive);
        if (inactive.Below is { } below) { yield return new(zero.Below ?? double.NegativeInfinity, below, IsExact: false); }
        if (inactive.Above is { } above) { yield return new(above, zero.Above ?? double.PositiveInfinity, IsExact: false); }
        if (zero.Below is { } left) { yield return new(double.NegativeInfinity, left, IsExact: true); }
        if (zero.Above is { } right) { yield return new(right, double.PositiveInfinity, IsExact: true); }
    }
}
