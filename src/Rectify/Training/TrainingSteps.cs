using Rectify.Data;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>
/// The steps of a run: each takes the next batch of a shuffled epoch forward, backward, and moves the weights. A step
/// allocates nothing.
/// </summary>
internal sealed class TrainingSteps
{
    private readonly Network _network;
    private readonly TrainingPlan _plan;
    private readonly SampleSource _source;
    private readonly Schedule _schedule;
    private readonly OptimizerState _optimizerState;
    private readonly Workspace _workspace;
    private readonly int[] _order;
    private readonly float[] _targets;
    private readonly long _total;
    private ulong _epoch;
    private int _next;

    public TrainingSteps(Network network, TrainingPlan plan, SampleSource source, Workers workers)
    {
        (_network, _plan, _source, _schedule) = (network, plan, source, plan.Schedule ?? Schedule.Constant);
        int batchSize = Math.Min(plan.BatchSize, source.Count);
        _workspace = new(network, WorkspaceKind.Training, batchSize, workers, keepHidden: plan.ActivationL1 > 0) { Seed = plan.Seed };
        _order = [.. Enumerable.Range(0, source.Count)];
        _targets = new float[batchSize * source.TargetShape.Length];
        PerEpoch = (source.Count + batchSize - 1) / batchSize;
        _total = (long)PerEpoch * plan.Epochs;
        _optimizerState = new(network, workers);
    }

    public int PerEpoch { get; }

    /// <summary>Steps since the start of the run.</summary>
    public long Done { get; private set; }

    /// <summary>Of the last step.</summary>
    public float LearningRate { get; private set; }

    /// <summary>Puts the rows into the epoch's order, which depends on seed and epoch alone.</summary>
    public void BeginEpoch(int epoch)
    {
        for (int i = 0; i < _order.Length; i++) { _order[i] = i; }
        _epoch = (ulong)epoch;
        new Philox(_plan.Seed, RandomPurpose.Shuffle, _epoch).Shuffle(_order);
        _next = 0;
    }

    /// <summary>Takes the next step; null when the epoch is over. Where the loss is not finite, nothing moves.</summary>
    public (double Loss, int Rows)? Next()
    {
        if (_next == _order.Length) { return null; }

        int count = Math.Min(_workspace.Input.Capacity, _order.Length - _next);
        ReadOnlySpan<int> rows = _order.AsSpan(_next, count);
        Span<float> targets = _targets.AsSpan(0, count * _source.TargetShape.Length);
        _next += count;
        _workspace.Input.Count = count;
        _workspace.Step = (ulong)Done++;
        _source.FillVaried(rows, _epoch, _workspace.Input.Values, targets);

        Batch output = _workspace.Forward();
        double loss = _plan.Loss.Evaluate(output, targets, _workspace.OutputGradient.Values) / count;
        if (!double.IsFinite(loss)) { return (loss, count); }

        _workspace.Backward(_plan.ActivationL1);
        LearningRate = _schedule.Rate(_plan.LearningRate, Done - 1, _total, _plan.Warmup ?? 0);
        _plan.Optimizer.Step(_optimizerState, _workspace.Gradients, LearningRate, ClipScale(), _plan.Penalties);
        return (loss, count);
    }

    /// <summary>What the penalties on weights add to the loss now, and the one on activations did in the last batch.</summary>
    public double Penalty()
    {
        double l1 = 0, l2 = 0, activations = 0;
        foreach (float weight in _network.Row[.._network.WeightLength])
        {
            l1 += MathF.Abs(weight);
            l2 += (double)weight * weight;
        }
        if (_plan.ActivationL1 > 0)
        {
            foreach (Node node in _network.Nodes.Where(n => _workspace.IsHiddenActivation(n.Index)))
            {
                foreach (float value in _workspace.Passes[node.Index].Output.Values) { activations += MathF.Abs(value); }
            }
        }
        return _plan.Penalties.L1 * l1 + _plan.Penalties.L2 / 2 * l2 + _plan.ActivationL1 * activations / _workspace.Input.Count;
    }

    /// <summary>Whether no weight has become NaN or infinite: a loss shows it one step late, and some activations hide it.</summary>
    public bool WeightsAreFinite() => !HasNotFinite(_network.Row);

    /// <summary>The first layer whose output on the last batch, or whose weights, are not finite.</summary>
    public string FirstLayerNotFinite()
    {
        foreach (Node node in _network.Nodes)
        {
            if (node.Layer.Parameters.Any(p => HasNotFinite(p.Value))) { return node.Name; }
        }

        // Training's buffers are reused; one that keeps all of them shows where a number first left the range.
        var observation = new Workspace(_network, WorkspaceKind.Observation, _workspace.Input.Count);
        observation.Input.Count = _workspace.Input.Count;
        _workspace.Input.Values.CopyTo(observation.Input.Values);
        observation.Forward();
        foreach (Node node in _network.Nodes)
        {
            if (HasNotFinite(observation.Passes[node.Index].Output.Values)) { return node.Name; }
        }
        return "the loss";
    }

    private float ClipScale()
    {
        if (_plan.Clip is not { } limit) { return 1; }
        float norm = MathF.Sqrt((float)Reduction.SumOfSquares(_workspace.Gradients));
        return norm > limit ? limit / norm : 1;
    }

    private static bool HasNotFinite(ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            if (!float.IsFinite(value)) { return true; }
        }
        return false;
    }
}
