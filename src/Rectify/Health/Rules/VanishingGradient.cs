using System.Globalization;

namespace Rectify.Health;

/// <summary>The gradient shrinks on its way back, so that the first layers learn nothing.</summary>
public sealed class VanishingGradient : IHealthRule
{
    private const double Warning = 1e-3, Error = 1e-5;

    public string Id => "vanishing-gradient";
    public string Summary
        => "in half of the recent looks the root mean square of the gradient at the first hidden layer was under 1/1,000 of that "
        + "at the last, before penalties are added; an error under 1e-5";
    public string Source => "By hand: below it a step of the last layer moves the first by nothing.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (GradientProfile.Of(evidence) is not { } profile || profile.Ratio >= Warning) { return []; }
        // A wholly silent layer passes nothing: that is another cause, and has its own finding.
        if (evidence.Looks[^1].Units.Any(layer => layer.Silent == layer.Units)) { return []; }
        string ratio = profile.Ratio.ToString("G2", CultureInfo.InvariantCulture);
        return [new(Id, profile.Ratio < Error ? Severity.Error : Severity.Warning, profile.First, null, null, 0, 0,
            $"The gradient at {profile.First} is {ratio} times that at {profile.Last}, {profile.Layers} layers on: what is far from "
            + "the loss learns nothing.",
            "Use --activation relu instead of a squashing one, --init he, --batch-norm, or fewer layers.")
        {
            Options = "--activation relu --init he",
        }];
    }
}
