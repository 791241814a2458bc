using Rectify.Layers;

namespace Rectify.Networks;

/// <summary>A layer in its place: what it is called, and whose outputs go in.</summary>
/// <param name="Index">Its place in the order of computation, from 0.</param>
/// <param name="Name">Unique in the network, e.g. dense2.</param>
/// <param name="Layer">What it computes.</param>
/// <param name="Inputs">Indices of earlier nodes; <see cref="NetworkInput"/> is the network's input.</param>
public sealed record Node(int Index, string Name, Layer Layer, IReadOnlyList<int> Inputs)
{
    public const int NetworkInput = -1;

    public override string ToString() => $"{Name} ({Layer.Name})";
}
