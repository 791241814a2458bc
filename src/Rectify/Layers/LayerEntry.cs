using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>A kind of layer in <see cref="LayerCatalog"/>.</summary>
/// <param name="Kind">The first word of its text.</param>
/// <param name="Example">The text of a layer that takes samples of <see cref="ExampleInput"/>.</param>
/// <param name="Create">Makes it from its settings.</param>
public sealed record LayerEntry(string Kind, string Example, Func<LayerSettings, Layer> Create)
{
    /// <summary>The samples that the example takes.</summary>
    public Shape ExampleInput { get; init; } = new(4);
}
