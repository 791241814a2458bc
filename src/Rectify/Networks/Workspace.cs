using System.Runtime.CompilerServices;
using Rectify.Kernels;
using Rectify.Layers;

namespace Rectify.Networks;

/// <summary>
/// The buffers of one thread of work on a network, planned once: passes allocate nothing. Many workspaces can predict
/// from one network at once; one workspace serves one caller at a time.
/// </summary>
public sealed class Workspace
{
    private readonly Network _network;
    private readonly WorkspacePlan _plan;
    private readonly LayerPass[] _passes;
    private readonly List<Batch> _batches = [];

    // What passes at once: the input, or a copy of a part of it.
    private readonly Batch _slice;

    private readonly Memory<float> _gradients;
    private readonly Batch[][] _furtherGradients;
    private readonly bool _keepsHidden;
    private bool _hasPassed;

    /// <param name="network">The network whose passes it holds.</param>
    /// <param name="kind">What for.</param>
    /// <param name="batchSize">The most samples of one pass.</param>
    /// <param name="workers">The threads that share a pass; the caller alone if null.</param>
    /// <param name="keepHidden">Whether the outputs of activations are kept until backward, for a penalty on them.</param>
    /// <exception cref="ArgumentException">A batch is to have no samples.</exception>
    /// <exception cref="OverflowException">No memory could hold its buffers.</exception>
    public Workspace(Network network, WorkspaceKind kind, int batchSize, Workers? workers = null, bool keepHidden = false)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (batchSize < 1) { throw new ArgumentException($"A batch of {batchSize} samples is out of range: it takes 1 or more."); }
        (_network, _keepsHidden) = (network, keepHidden);
        _plan = new(network, kind, batchSize, keepHidden);
        MemoryLimit.Require(_plan.Bytes, $"A pass of {batchSize} rows through {network.Nodes.Count} layers", "Take a smaller network");
        _passes = new LayerPass[network.Nodes.Count];
        _gradients = kind == WorkspaceKind.Training ? FloatMemory.Allocate(network.LearnedLength) : default;

        Memory<float> arena = FloatMemory.Allocate(_plan.ArenaLength);
        Input = _slice = NewBatch(RoomFor(batchSize, network.InputShape), network.InputShape);
        if (_plan.IsSliced)
        {
            batchSize = _plan.SliceSize;
            _batches[0] = _slice = new(RoomFor(batchSize, network.InputShape), network.InputShape);
        }
        foreach (Node node in network.Nodes) { MakePass(node, arena, batchSize); }
        foreach (LayerPass pass in _passes)
        {
            pass.Mode = kind == WorkspaceKind.Training ? Mode.Training : Mode.Inference;
            pass.Workers = workers ?? Workers.Single;
        }
        Output = _plan.IsSliced ? new(RoomFor(Input.Capacity, network.OutputShape), network.OutputShape) : _passes[^1].Output;
        _furtherGradients = new Batch[_passes.Length][];
        if (kind == WorkspaceKind.Training) { ConnectGradients(arena, batchSize); }
        foreach (Node node in network.Nodes) { node.Layer.Prepare(_passes[node.Index]); }
    }

    /// <summary>Fill this before a pass: its Count is the number of samples.</summary>
    public Batch Input { get; }

    /// <summary>What the last pass predicted.</summary>
    public Batch Output { get; }

    /// <summary>Fill this with the gradient of the loss by the output, after a forward and before a backward pass.</summary>
    /// <exception cref="InvalidOperationException">The workspace is not for training, or nothing learns.</exception>
    public Batch OutputGradient => _passes[^1].OutputGradient;

    /// <summary>The gradient of the loss by everything that is learned, laid out as the network's row.</summary>
    /// <exception cref="InvalidOperationException">The workspace is not for training.</exception>
    public Span<float> Gradients => IsForTraining ? _gradients.Span : throw NotForTraining();

    /// <summary>
    /// The buffers of each node, in the network's order; where a large batch is predicted slice by slice, those of the last slice.
    /// </summary>
    public IReadOnlyList<LayerPass> Passes => _passes;

    /// <summary>Memory of all buffers.</summary>
    public long PlannedBytes => _plan.Bytes;

    /// <summary>The seed of dropout and drawn slopes.</summary>
    public ulong Seed { get; set; }

    /// <summary>The step whose random numbers are drawn: the same step repeats the same numbers.</summary>
    public ulong Step { get; set; }

    /// <summary>How layers behave; by itself as <see cref="WorkspaceKind"/> says.</summary>
    internal Mode Mode
    {
        set
        {
            foreach (LayerPass pass in _passes) { pass.Mode = value; }
        }
    }

    /// <summary>The threads that share a pass.</summary>
    internal Workers Workers => _passes[0].Workers;

    /// <summary>Looks at every layer while a pass runs; null for nobody.</summary>
    public IPassWatcher? Watcher { get; set; }

    /// <summary>Runs what <see cref="Input"/> holds through the network.</summary>
    /// <exception cref="InvalidOperationException">It holds no samples.</exception>
    public Batch Forward()
    {
        if (Input.Count == 0)
        {
            throw new InvalidOperationException("There are no samples to pass forward: set Input.Count, and fill Input.Values.");
        }
        _hasPassed = false;
        if (_plan.IsSliced) { ForwardSlices(); }
        else { Forward(Input.Count); }
        _hasPassed = true;
        return Output;
    }

    /// <summary>Runs <see cref="OutputGradient"/> back through the network and overwrites <see cref="Gradients"/>.</summary>
    /// <param name="activationPenalty">λ of an L1 penalty on the outputs of hidden activations, which have to be kept; 0 for none.</param>
    /// <exception cref="ArgumentException">The penalty is below 0.</exception>
    /// <exception cref="InvalidOperationException">
    /// The workspace is not for training, no forward pass came before, or there is a penalty on outputs that are not kept.
    /// </exception>
    public void Backward(float activationPenalty = 0)
    {
        CheckBackward(activationPenalty);
        _hasPassed = false;
        for (int i = _passes.Length - 1; i >= 0; i--)
        {
            if (!_plan.NeedsGradient[i]) { continue; }
            foreach (Batch further in _furtherGradients[i]) { Arithmetic.Add(_passes[i].OutputGradient.Values, further.Values); }
            if (activationPenalty > 0 && IsHiddenActivation(i))
            {
                AddSlopeOfSize(_passes[i], activationPenalty / Input.Count);
            }
            Watcher?.Backwarding(_network.Nodes[i], _passes[i]);
            _network.Nodes[i].Layer.Backward(_passes[i]);
            Watcher?.Backwarded(_network.Nodes[i], _passes[i]);
        }
    }

    private void ForwardSlices()
    {
        Output.Count = Input.Count;
        for (int first = 0; first < Input.Count; first += _plan.SliceSize)
        {
            int count = Math.Min(_plan.SliceSize, Input.Count - first);
            _slice.Count = count;
            Input.Rows(first, count).CopyTo(_slice.Values);
            Forward(count);
            _passes[^1].Output.Values.CopyTo(Output.Rows(first, count));
        }
    }

    private void Forward(int samples)
    {
        foreach (Batch batch in _batches) { batch.Count = samples; }
        for (int i = 0; i < _passes.Length; i++)
        {
            _passes[i].Seed = Seed;
            _passes[i].Stream = Step * (ulong)_passes.Length + (ulong)i;
            if (_plan.FusedFrom[i] < 0) { _network.Nodes[i].Layer.Forward(_passes[i]); }
            Watcher?.Forwarded(_network.Nodes[i], _passes[i]);
        }
    }

    /// <summary>Whether node <paramref name="index"/> is an activation between layers, rather than the network's output.</summary>
    internal bool IsHiddenActivation(int index) => index < _passes.Length - 1 && _network.Nodes[index].Layer is IActivationLayer;

    private bool IsForTraining => _passes[0].Mode == Mode.Training;

    // A backward pass writes over what the forward pass left, and so goes back over it once.
    private void CheckBackward(float activationPenalty)
    {
        if (!IsForTraining) { throw NotForTraining(); }
        if (!_hasPassed)
        {
            throw new InvalidOperationException("There is no forward pass to go back over: call Forward before each Backward.");
        }
        if (!(activationPenalty >= 0)) { throw new ArgumentException("A penalty on activations is 0 or more."); }
        if (activationPenalty > 0 && !_keepsHidden)
        {
            throw new InvalidOperationException("The outputs of hidden activations are not kept: make the workspace with keepHidden.");
        }
    }

    private static InvalidOperationException NotForTraining()
        => new("This workspace has no gradients: make one with WorkspaceKind.Training.");

    private void MakePass(Node node, Memory<float> arena, int batchSize)
    {
        Batch[] inputs = [.. node.Inputs.Select(i => i == Node.NetworkInput ? _slice : _passes[i].Output)];
        Batch output = NewBatch(Slice(arena, _plan.OutputOf(node.Index), node.Index, batchSize), _network.ShapeOf(node.Index));
        _passes[node.Index] = new(inputs, output, FloatMemory.Allocate(_plan.MemoryLengths[node.Index]), _gradients);

        if (_plan.FusedFrom[node.Index] is int fusedFrom and >= 0)
        {
            _passes[fusedFrom].Activation = ((ActivationLayer)node.Layer).Activation;
            _passes[fusedFrom].ActivationOutput = output;
        }
    }

    private void ConnectGradients(Memory<float> arena, int batchSize)
    {
        int last = _passes.Length - 1;
        _passes[last].OutputGradient = NewBatch(Slice(arena, _plan.LossGradient, last, batchSize), _network.OutputShape);
        foreach (Node node in _network.Nodes.Reverse())
        {
            LayerPass pass = _passes[node.Index];
            _furtherGradients[node.Index] = [];
            if (node.Index < last && _plan.NeedsGradient[node.Index])
            {
                // Where several layers read one output, each writes a gradient of its own; they are added in the order of computation.
                Batch[] gradients = [.. _network.ConsumersOf(node.Index).Select(consumer => GradientFrom(consumer, node.Index))];
                (pass.OutputGradient, _furtherGradients[node.Index]) = (gradients[0], gradients[1..]);
            }
            pass.InputGradients = [.. node.Inputs.Select(from => _plan.GradientOf(from, node.Index) is int buffer and >= 0
                ? NewBatch(Slice(arena, buffer, from, batchSize), _network.ShapeOf(from))
                : null)];
        }
    }

    private Batch GradientFrom(Node consumer, int node)
        => _passes[consumer.Index].InputGradients[consumer.Inputs.ToList().IndexOf(node)]!;

    // The slope of |h| is its sign, and 0 at 0: a unit that is silent on a row is not pushed.
    private static void AddSlopeOfSize(LayerPass pass, float factor)
        => Elementwise.Map(new PlusSign(factor), pass.OutputGradient.Values, pass.Output.Values, pass.OutputGradient.Values);

    private readonly struct PlusSign(float factor) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T gradient, T h) where T : struct, ISimdLane<T>, ILane<T>
            => gradient + T.IfPositive(h, factor, T.IfPositive(-h, -factor, 0));
    }

    private Batch NewBatch(Memory<float> memory, Shape shape)
    {
        Batch batch = new(memory, shape);
        _batches.Add(batch);
        return batch;
    }

    private static Memory<float> RoomFor(int samples, Shape shape) => FloatMemory.Allocate(checked(samples * shape.Length));

    private Memory<float> Slice(Memory<float> arena, int buffer, int node, int batchSize)
        => arena.Slice(_plan.Offsets[buffer], batchSize * _network.ShapeOf(node).Length);
}
