using System.Globalization;

namespace Rectify.Health;

/// <summary>The gradient grows on its way back, so that steps of the first layers are far too long.</summary>
public sealed class ExplodingGradient : IHealthRule
{
    private const double Largest = 1e3;

    public string Id => "exploding-gradient";
    public string Summary
        => "in half of the recent looks the root mean square of the gradient at the first hidden layer was over 1,000 times that "
        + "at the last, before penalties are added";
    public string Source => "By hand, as far above 1 as vanishing-gradient is below. No case plants it.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (GradientProfile.Of(evidence) is not { } profile || profile.Ratio <= Largest) { return []; }
        string ratio = profile.Ratio.ToString("G2", CultureInfo.InvariantCulture);
        return [new(Id, Severity.Warning, profile.First, null, null, 0, 0,
            $"The gradient at {profile.First} is {ratio} times that at {profile.Last}, {profile.Layers} layers on.",
            "Limit steps with --clip 1, use --init he or --batch-norm, or fewer layers.") { Options = "--clip 1" }];
    }
}
