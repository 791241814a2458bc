using Rectify.Layers;

namespace Rectify.Networks;

/// <summary>
/// Which buffers a workspace needs and which of them share memory, from the graph alone. Time runs from 0: node i passes
/// forward at i, and backward at 2·nodes − 1 − i.
/// </summary>
internal sealed class WorkspacePlan
{
    // Numbers that stay in the second-level caches of one or two threads; and samples that still share what is read of weights.
    private const int MostOfSlice = 1 << 19, LeastSlice = 8;

    private readonly Network _network;
    private readonly WorkspaceKind _kind;
    private readonly int _batchSize;
    private readonly bool _keepHidden;
    private readonly BufferPlan _buffers = new();
    private readonly int[] _outputs;
    private readonly Dictionary<(int From, int To), int> _gradients = [];

    public WorkspacePlan(Network network, WorkspaceKind kind, int batchSize, bool keepHidden)
    {
        (_network, _kind, _batchSize, _keepHidden) = (network, kind, batchSize, keepHidden);
        SliceSize = kind == WorkspaceKind.Inference ? SliceOf(network, batchSize) : batchSize;
        _outputs = new int[Count];
        FusedFrom = [.. network.Nodes.Select(FindFused)];
        NeedsGradient = new bool[Count];

        foreach (Node node in network.Nodes) { PlanOutput(node); }
        if (kind == WorkspaceKind.Training)
        {
            foreach (Node node in network.Nodes)
            {
                NeedsGradient[node.Index] = node.Layer.Parameters.Count > 0 || node.Inputs.Any(i => i >= 0 && NeedsGradient[i]);
            }
            LossGradient = _buffers.Request(LengthOf(Count - 1), Count - 1, Backward(Count - 1));
            foreach (Node node in network.Nodes.Reverse()) { PlanGradients(node); }
        }
        (Offsets, ArenaLength) = _buffers.Place();
        MemoryLengths = [.. network.Nodes.Select(node => node.Layer.MemoryLength([.. node.Inputs.Select(network.ShapeOf)], SliceSize))];
    }

    private int Count => _network.Nodes.Count;

    /// <summary>
    /// The most samples that pass at once. Where nothing has to be kept, a large batch goes through slice by slice, so that what one
    /// layer writes is still near when the next one reads it.
    /// </summary>
    public int SliceSize { get; }

    /// <summary>Whether batches may be larger than a slice.</summary>
    public bool IsSliced => SliceSize < _batchSize;

    /// <summary>For each node, the node in whose sweep it is computed, an activation with the product before it; or −1.</summary>
    public int[] FusedFrom { get; }

    /// <summary>For each node, whether a weight at or before it learns.</summary>
    public bool[] NeedsGradient { get; }

    /// <summary>Where each buffer begins in the arena.</summary>
    public int[] Offsets { get; }

    /// <summary>Floats in all.</summary>
    public int ArenaLength { get; }

    /// <summary>For each node, the floats that it remembers beside inputs and outputs.</summary>
    public int[] MemoryLengths { get; }

    /// <summary>
    /// Memory of all buffers: the arena, the network's input, what layers remember, in training a gradient a weight, and where batches are
    /// sliced the input of a slice and the output of all.
    /// </summary>
    public long Bytes => sizeof(float) * (
        ArenaLength + (long)_batchSize * _network.InputShape.Length + MemoryLengths.Sum(length => (long)length)
        + (IsSliced ? (long)SliceSize * _network.InputShape.Length + (long)_batchSize * _network.OutputShape.Length : 0)
        + (_kind == WorkspaceKind.Training ? _network.LearnedLength : 0));

    /// <summary>The buffer of the gradient of the loss by the network's output.</summary>
    public int LossGradient { get; }

    public int OutputOf(int node) => _outputs[node];

    /// <summary>The buffer of the gradient that node <paramref name="to"/> passes back to node <paramref name="from"/>, or −1.</summary>
    public int GradientOf(int from, int to) => _gradients.GetValueOrDefault((from, to), -1);

    private int Backward(int node) => 2 * Count - 1 - node;

    // Checked, because a place in the arena is an int: what no memory could hold overflows here, before anything is taken.
    private int LengthOf(int node) => checked(_network.ShapeOf(node).Length * SliceSize);

    private static int SliceOf(Network network, int batchSize)
    {
        if (batchSize <= LeastSlice) { return batchSize; }
        WorkspacePlan ofOne = new(network, WorkspaceKind.Inference, batchSize: 1, keepHidden: false);
        int most = Math.Max(MostOfSlice / Math.Max(ofOne.ArenaLength, 1), LeastSlice), slices = (batchSize - 1) / most + 1;
        return (batchSize - 1) / slices + 1;
    }

    private int FindFused(Node node)
    {
        bool mayFuse = _kind != WorkspaceKind.Observation && node is { Layer: ActivationLayer, Inputs: [>= 0] };
        if (!mayFuse) { return -1; }
        int from = node.Inputs[0];
        return _network.Nodes[from].Layer.FusesActivation && _network.ConsumersOf(from).Count() == 1 ? from : -1;
    }

    private void PlanOutput(Node node)
    {
        int index = node.Index, first = FusedFrom[index] >= 0 ? FusedFrom[index] : index, last = LastUse(node);
        if (SharesInput(node))
        {
            _outputs[index] = _outputs[node.Inputs[0]];
            _buffers.Extend(_outputs[index], first, last);
        }
        else { _outputs[index] = _buffers.Request(LengthOf(index), first, last); }
    }

    private int LastUse(Node node)
    {
        if (_kind == WorkspaceKind.Observation || node.Index == Count - 1) { return 2 * Count; }

        bool training = _kind == WorkspaceKind.Training;
        int last = node.Index;
        foreach (Node consumer in _network.ConsumersOf(node.Index))
        {
            last = Math.Max(last, training && consumer.Layer.Keeps.HasFlag(Kept.Input) ? Backward(consumer.Index) : consumer.Index);
        }
        return training && (_keepHidden || node.Layer.Keeps.HasFlag(Kept.Output)) ? Math.Max(last, Backward(node.Index)) : last;
    }

    private bool SharesInput(Node node)
    {
        if (_kind == WorkspaceKind.Observation || !node.Layer.RunsInPlace || node.Inputs[0] == Node.NetworkInput) { return false; }

        Node from = _network.Nodes[node.Inputs[0]];
        bool fromIsKept = from.Layer.Keeps.HasFlag(Kept.Output) || (_keepHidden && from.Layer is IActivationLayer);
        bool isReadAgain = _kind == WorkspaceKind.Training && (fromIsKept || node.Layer.Keeps.HasFlag(Kept.Input));
        return !isReadAgain && _network.ConsumersOf(from.Index).Count() == 1;
    }

    private void PlanGradients(Node node)
    {
        foreach (int input in node.Inputs)
        {
            if (input == Node.NetworkInput || !NeedsGradient[input]) { continue; }

            int own = node.Index == Count - 1 ? LossGradient : _gradients[(node.Index, _network.ConsumersOf(node.Index).First().Index)];
            int first = Backward(node.Index), last = Backward(input);
            if (node.Layer.RunsInPlace)
            {
                _gradients[(input, node.Index)] = own;
                _buffers.Extend(own, first, last);
            }
            else { _gradients[(input, node.Index)] = _buffers.Request(LengthOf(input), first, last); }
        }
    }
}
