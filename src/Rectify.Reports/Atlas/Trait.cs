namespace Rectify.Reports.Atlas;

/// <summary>A property that activations are chosen by; its words stand under trait.NAME.</summary>
internal sealed record Trait(string Name, Func<ActivationPortrait, bool> Has);
