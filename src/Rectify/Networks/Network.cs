using System.Globalization;
using Rectify.Kernels;
using Rectify.Layers;

namespace Rectify.Networks;

/// <summary>
/// A directed acyclic graph of layers and their weights. It does not change while it predicts, so that many workspaces
/// may predict from it at once.
/// </summary>
/// <remarks>
/// All numbers lie in one row of memory: first every weight that penalties may touch, then every other number that is
/// learned, then running statistics. So an optimizer's step is one pass, a penalty covers a prefix, a checkpoint is one write.
/// </remarks>
public sealed class Network
{
    private const long MostNumbers = 2_000_000_000;

    // 256 MiB: more would gain nothing, because products are at their best speed with far fewer rows.
    private const long MostOfWorkspace = 1L << 26;

    private readonly Memory<float> _row;
    private readonly Shape[] _shapes;

    internal Network(Shape input, Node[] nodes, Shape[] shapes)
    {
        (InputShape, Nodes, _shapes) = (input, nodes, shapes);

        Parameter[] parameters = [.. nodes.SelectMany(n => n.Layer.Parameters)];
        CheckSize(parameters);
        int length = 0;
        Dictionary<Parameter, int> offsets = [];
        Place(ParameterRole.Weight);
        WeightLength = length;
        Place(ParameterRole.Bias, ParameterRole.Slope, ParameterRole.Scale, ParameterRole.Shift);
        LearnedLength = length;
        Place(ParameterRole.Statistic);

        MemoryLimit.Require(
            (long)length * sizeof(float), $"A network of {Number(parameters.Sum(p => (long)p.Length))} parameters", "Give it fewer units");
        _row = FloatMemory.Allocate(length);
        foreach ((Parameter parameter, int offset) in offsets)
        {
            parameter.Bind(_row, offset);
            parameter.Value.Fill(parameter.Start);
        }

        void Place(params ReadOnlySpan<ParameterRole> roles)
        {
            foreach (Parameter parameter in parameters)
            {
                if (!roles.Contains(parameter.Role)) { continue; }
                offsets.Add(parameter, length);
                length += FloatMemory.Align(parameter.Length);
            }
        }
    }

    public Shape InputShape { get; }
    public Shape OutputShape => _shapes[^1];

    /// <summary>The layers in the order of computation. The last one's output is the network's.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>Everything that is learned or kept: weights, then other parameters, then running statistics.</summary>
    public Span<float> Row => _row.Span;

    /// <summary><see cref="Row"/>, for whoever keeps it longer than a call.</summary>
    internal Memory<float> Memory => _row;

    /// <summary>How long the first part of <see cref="Row"/> is, which holds the weights that penalties may touch.</summary>
    public int WeightLength { get; }

    /// <summary>How long the part of <see cref="Row"/> is that an optimizer moves; statistics follow it.</summary>
    public int LearnedLength { get; }

    /// <summary>How many numbers are learned.</summary>
    public int ParameterCount => Nodes.SelectMany(n => n.Layer.Parameters).Where(p => p.Role != ParameterRole.Statistic).Sum(p => p.Length);

    /// <summary>A network in which each layer reads the one before it.</summary>
    public static Network Stack(Shape input, params ReadOnlySpan<Layer> layers)
    {
        var builder = new NetworkBuilder(input);
        foreach (Layer layer in layers) { builder.Add(layer); }
        return builder.Build();
    }

    /// <summary>The shape of one sample that comes out of node <paramref name="index"/>.</summary>
    /// <exception cref="ArgumentException">There is no such node.</exception>
    public Shape ShapeOf(int index) => index == Node.NetworkInput ? InputShape
        : (uint)index < (uint)_shapes.Length ? _shapes[index]
        : throw new ArgumentException($"There is no node {index}: the network has nodes 0 to {_shapes.Length - 1}.");

    /// <summary>The most samples up to <paramref name="most"/> whose buffers take no more memory than does good, and at least 1.</summary>
    /// <exception cref="ArgumentException">It is below 1.</exception>
    public int BatchWithin(int most)
    {
        if (most < 1) { throw new ArgumentException($"A batch of at most {most} samples is out of range: it takes 1 or more."); }
        long numbers = InputShape.Length + _shapes.Sum(shape => (long)shape.Length);
        return (int)Math.Clamp(MostOfWorkspace / numbers, 1, most);
    }

    /// <summary>The nodes that read the output of node <paramref name="index"/>, in the order of computation.</summary>
    public IEnumerable<Node> ConsumersOf(int index) => Nodes.Where(n => n.Inputs.Contains(index));

    public override string ToString() => string.Join(" → ", Nodes.Select(n => n.Layer.Name));

    // Where a layer begins in the row is an int.
    private static void CheckSize(IEnumerable<Parameter> parameters)
    {
        long numbers = parameters.Sum(p => (long)p.Rows * p.Columns);
        if (numbers <= MostNumbers) { return; }
        throw new ArgumentException(
            $"A network of {Number(numbers)} parameters is too large: {Number(MostNumbers)} fit. Give it fewer units.");
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
