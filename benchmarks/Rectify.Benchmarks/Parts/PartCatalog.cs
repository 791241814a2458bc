namespace Rectify.Benchmarks;

/// <summary>Every part, once, in the order in which they run and stand on the page.</summary>
internal static class PartCatalog
{
    private const int Kibi = 1024;

    public static IReadOnlyList<Part> All { get; } =
    [
        new PeakPart(),
        new ElementwisePart(16 * Kibi, "16ki"),
        new ElementwisePart(Kibi * Kibi, "1mi"),
        new ElementwisePart(16 * Kibi * Kibi, "16mi"),
        new ProductPart(),
        new ConvolutionPart(),
        new PassesPart(),
        new TrainingPart(),
        new InferencePart(),
        new MemoryPart(),
    ];

    /// <summary>The part of that name; all that begin with it and a dash, as "elementwise"; every part for an empty name.</summary>
    public static IEnumerable<Part> Named(string name)
        => All.Where(part => name == "" || part.Name == name || part.Name.StartsWith(name + "-", StringComparison.Ordinal));
}
