namespace Rectify.Reports.Atlas;

/// <summary>Every trait, in the order in which the atlas filters by them.</summary>
internal static class TraitCatalog
{
    public static IReadOnlyList<Trait> All { get; } =
    [
        new("smooth", portrait => portrait.IsSmooth),
        new("bounded", portrait => portrait.IsBounded),
        new("zero-centred", portrait => portrait.IsZeroCentred),
        new("can-fall-silent", portrait => portrait.CanFallSilent),
        new("learned", portrait => portrait.IsLearned),
    ];

    /// <summary>The traits an activation has, by name.</summary>
    public static IEnumerable<string> Of(ActivationPortrait portrait)
        => All.Where(trait => trait.Has(portrait)).Select(trait => trait.Name);
}
