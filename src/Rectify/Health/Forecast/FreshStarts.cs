using Rectify.Data;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Models;
using Rectify.Networks;

namespace Rectify.Health;

/// <summary>
/// Draws the start of a network again and again, in a copy of it, and looks at each: whether it is born dead, how many units are
/// silent, how large signals are at each node.
/// </summary>
internal sealed class FreshStarts
{
    private readonly Network _network;
    private readonly float[] _start;
    private readonly Initializer _initializer;
    private readonly ulong _seed;
    private readonly ForecastEffort _effort;
    private readonly Workspace _forward;
    private readonly float[] _slopes;
    private readonly bool[] _isActive, _dependsOnInput;
    private readonly int[] _silentNow;

    /// <param name="network">As it starts: what is not drawn, such as biases, is taken from it.</param>
    /// <param name="initializer">How its weights are drawn.</param>
    /// <param name="probe">Rows that reach it.</param>
    /// <param name="seed">From which other seeds are made.</param>
    public FreshStarts(Network network, Initializer initializer, SampleSource probe, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(initializer);
        ArgumentNullException.ThrowIfNull(probe);
        (_network, _start, _initializer, _seed) = (Architecture.Copy(network), network.Row.ToArray(), initializer, seed);
        _effort = ForecastEffort.For(network, initializer, probe.Count);
        _forward = new(_network, WorkspaceKind.Observation, _effort.Rows);
        _forward.Input.Count = Rows;
        probe.Fill([.. Enumerable.Range(0, Rows).Select(i => (int)((long)i * probe.Count / Rows))], _forward.Input.Values, []);
        InputMeanSquare = SignalSizes.MeanSquare(_forward.Input.Values);

        // Before the first step there are no running statistics to normalize by: it is done as in training, over the batch.
        foreach (Node node in _network.Nodes.Where(n => n.Layer is BatchNorm)) { _forward.Passes[node.Index].Mode = Mode.Training; }

        int nodes = _network.Nodes.Count;
        (_silentNow, SilentUnits, _dependsOnInput, Sizes) = (new int[nodes], new long[nodes], new bool[nodes], new(nodes));
        _slopes = new float[_effort.Rows * _network.Nodes.Max(n => _network.ShapeOf(n.Index).Length)];
        _isActive = new bool[_network.Nodes.Max(n => _network.ShapeOf(n.Index).Units)];
    }

    public int Rows => _effort.Rows;

    /// <summary>How many starts were drawn.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them were born dead.</summary>
    public int Dead { get; private set; }

    /// <summary>For each node, if its layer has units, how many of them no row activates, added up over starts.</summary>
    public long[] SilentUnits { get; }

    public SignalSizes Sizes { get; }

    /// <summary>The mean square of the inputs looked at.</summary>
    public double InputMeanSquare { get; }

    /// <summary>Draws and looks.</summary>
    /// <param name="cancellation">Ends it between two starts.</param>
    /// <param name="withGradients">Whether gradients are looked at, too.</param>
    public void Draw(CancellationToken cancellation, bool withGradients = false)
    {
        GradientLook? gradients = withGradients ? new(_network, _forward.Input.Rows(0, _effort.GradientRows), Sizes) : null;
        for (; Count < _effort.Starts; Count++)
        {
            cancellation.ThrowIfCancellationRequested();
            ulong seed = SeedOf(Count);
            Begin(seed);
            if (IsDead()) { Dead++; }
            foreach (Node node in _network.Nodes)
            {
                SilentUnits[node.Index] += _silentNow[node.Index];
                Sizes.Outputs[node.Index] += SignalSizes.MeanSquare(_forward.Passes[node.Index].Output.Values);
            }
            gradients?.Take(seed);
        }
    }

    /// <summary>Whether the network is dead with the weights that it has, on the same rows.</summary>
    public bool IsDeadAsItIs()
    {
        _start.CopyTo(_network.Row);
        return IsDead();
    }

    private ulong SeedOf(int start)
    {
        (uint a, uint b, _, _) = new Philox(_seed, RandomPurpose.Forecast).Block((ulong)start);
        return ((ulong)a << 32) | b;
    }

    private void Begin(ulong seed)
    {
        _network.Initialize(_initializer, seed);
        _start.AsSpan(_network.WeightLength).CopyTo(_network.Row[_network.WeightLength..]);
        if (_initializer.ScalesByData) { LayerSequentialUnitVariance.Scale(_network, _forward); }
    }

    // A layer that is silent as a whole shuts the way through it; where there is no other way, the output is a constant.
    private bool IsDead()
    {
        _forward.Forward();
        foreach (Node node in _network.Nodes)
        {
            bool isReached = false;
            foreach (int input in node.Inputs) { isReached |= input == Node.NetworkInput || _dependsOnInput[input]; }
            bool passes = node.Layer is not IActivationLayer layer || PassesGradient(node.Index, layer);
            _dependsOnInput[node.Index] = isReached && passes;
        }
        return !_dependsOnInput[^1];
    }

    // Counts silent units, too.
    private bool PassesGradient(int node, IActivationLayer layer)
    {
        LayerPass pass = _forward.Passes[node];
        Span<float> slopes = _slopes.AsSpan(0, pass.Output.Values.Length);
        layer.Slopes(pass, slopes);
        Span<bool> isActive = _isActive.AsSpan(0, pass.Output.Sample.Units);
        isActive.Clear();
        bool passes = false;
        float threshold = layer.ActiveThreshold;
        for (int start = 0; start < slopes.Length; start += isActive.Length)
        {
            ReadOnlySpan<float> position = slopes.Slice(start, isActive.Length);
            for (int unit = 0; unit < position.Length; unit++)
            {
                passes |= position[unit] != 0;
                isActive[unit] |= UnitCounter.IsActive(position[unit], threshold);
            }
        }
        _silentNow[node] = isActive.Count(false);
        return passes;
    }
}
