using Rectify.Kernels;
using Rectify.Layers;

namespace Rectify.Networks;

/// <summary>Puts layers into a graph, each after what it reads; a plain stack is one <see cref="Add(Layer)"/> after the other.</summary>
public sealed class NetworkBuilder(Shape input)
{
    private readonly List<Node> _nodes = [];
    private readonly List<Shape> _shapes = [];
    private readonly Shape _input = input.Dimensions > 0
        ? input
        : throw new ArgumentException("A network takes samples of some shape, but is given none.");

    /// <summary>The index of the node added last, or <see cref="Node.NetworkInput"/>.</summary>
    public int Last => _nodes.Count - 1;

    /// <summary>The shape of one sample that comes out of the node added last.</summary>
    public Shape Shape => ShapeOf(Last);

    /// <summary>Adds a layer that reads the node added last.</summary>
    public NetworkBuilder Add(Layer layer)
    {
        Add(layer, [Last]);
        return this;
    }

    /// <summary>Adds a layer that reads the outputs of <paramref name="inputs"/>, and returns its index.</summary>
    /// <exception cref="ArgumentException">
    /// An input does not exist, or its shape does not fit the layer; or the layer learns and has a place already.
    /// </exception>
    public int Add(Layer layer, IReadOnlyList<int> inputs, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(inputs);
        name ??= NextName(layer);
        if (_nodes.Any(n => n.Name == name))
        {
            throw new ArgumentException($"There are two layers called '{name}': names are unique in a network.");
        }
        if (layer.Parameters.Count > 0 && _nodes.Find(n => n.Layer == layer) is { } there)
        {
            throw new ArgumentException($"{name} is the same layer as {there.Name}: make a new one for each place, because it learns.");
        }
        if (layer.InputCount == 0 ? inputs.Count < 2 : inputs.Count != layer.InputCount)
        {
            string wanted = layer.InputCount == 0 ? "two or more inputs" : layer.InputCount == 1 ? "1 input" : $"{layer.InputCount} inputs";
            throw new ArgumentException($"{name} ({layer.Name}) takes {wanted}, but is given {inputs.Count}.");
        }
        foreach (int i in inputs.Where(i => i < Node.NetworkInput || i > Last))
        {
            throw new ArgumentException(
                $"{name} ({layer.Name}) reads node {i}, but the nodes before it are {Node.NetworkInput} to {Last}.");
        }
        if (inputs.Distinct().Count() < inputs.Count)
        {
            throw new ArgumentException($"{name} ({layer.Name}) reads one output twice: give each input once.");
        }

        _shapes.Add(layer.OutputShape([.. inputs.Select(ShapeOf)]));
        _nodes.Add(new(_nodes.Count, name, layer, [.. inputs]));
        return Last;
    }

    /// <summary>The network, with every weight still at zero: see <see cref="NetworkInitialization"/>.</summary>
    /// <exception cref="ArgumentException">There is no layer, or one that nobody reads.</exception>
    public Network Build()
    {
        if (_nodes.Count == 0) { throw new ArgumentException("A network needs at least one layer."); }
        foreach (Node node in _nodes.SkipLast(1).Where(n => !_nodes.Any(other => other.Inputs.Contains(n.Index))))
        {
            throw new ArgumentException($"Nothing reads {node}: connect it, or leave it out.");
        }
        return new(_input, [.. _nodes], [.. _shapes]);
    }

    private Shape ShapeOf(int index) => index == Node.NetworkInput ? _input : _shapes[index];

    // dense1, relu1, dense2, relu2 …: the kind is the first word of the layer's name. A name given by hand may have taken a number.
    private string NextName(Layer layer)
    {
        string kind = layer.Name.Split(' ')[0];
        int number = 1 + _nodes.Count(n => n.Layer.Name.Split(' ')[0] == kind);
        while (_nodes.Any(n => n.Name == $"{kind}{number}")) { number++; }
        return $"{kind}{number}";
    }
}
