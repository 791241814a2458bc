namespace Rectify.Trials;

/// <summary>Every trial, once, in the order in which they run.</summary>
internal static class TrialCatalog
{
    public static IReadOnlyList<ITrial> All { get; } = [new Kill(), new FlatMemory(), new LargerTable(), new LargerImages()];
}
