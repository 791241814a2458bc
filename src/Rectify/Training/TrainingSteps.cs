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
    private readonly Workspace _workspace;
    private readonly int[] _order;
    private readonly float[] _targets;
    private readonly long _total;
    private ulong _epoch;

    public TrainingSteps(Network network, TrainingPlan plan, SampleSource source, Workers workers)
    {
        (_network, _plan, _source, _schedule) = (network, plan, source, plan.Schedule ?? Schedule.Constant);
        int batchSize = Math.Min(plan.BatchSize, source.Count);
        _workspace = new(network, WorkspaceKind.Training, batchSize, workers, keepHidden: plan.ActivationL1 > 0) { Seed = plan.Seed };
        _order = [.. Enumerable.Range(0, source.Count)];
        _targets = new float[batchSize * source.TargetShape.Length];
        PerEpoch = (source.Count + batchSize - 1) / batchSize;
        _total = (long)PerEpoch * plan.Epochs;
        OptimizerState = new(network, workers);
    }

    public int PerEpoch { get; }

    /// <summary>The buffers of a step.</summary>
    public Workspace Workspace => _workspace;

    /// <summary>Steps since the start of the run.</summary>
    public long Done { get; private set; }

    /// <summary>Of the last step.</summary>
    public float LearningRate { get; private set; }

    /// <summary>Rows that the epoch has taken.</summary>
    public int RowsTaken { get; private set; }

    public bool IsEpochOver => RowsTaken == _order.Length;

    /// <summary>Where the last step made a number NaN or infinite: a layer's name, or the loss. Null while all are finite.</summary>
    public string? NotFinite { get; private set; }

    public OptimizerState OptimizerState { get; }

    /// <summary>Goes on from where a run stood, whose weights and moments are back in place.</summary>
    public void Resume(TrainingPosition position)
        => (Done, RowsTaken, LearningRate) = (position.Steps, position.Rows, position.LearningRate);

    /// <summary>
    /// Puts the rows into the epoch's order, which depends on seed and epoch alone. Rows that were taken are passed over.
    /// </summary>
    public void BeginEpoch(int epoch)
    {
        for (int i = 0; i < _order.Length; i++) { _order[i] = i; }
        _epoch = (ulong)epoch;
        new Philox(_plan.Seed, RandomPurpose.Shuffle, _epoch).Shuffle(_order);
    }

    /// <summary>Lets the next epoch begin with its first row.</summary>
    public void EndEpoch() => RowsTaken = 0;

    /// <summary>Takes the next step; null when the epoch is over. Where the loss is not finite, nothing moves.</summary>
    public (double Loss, int Rows)? Next()
    {
        if (IsEpochOver) { return null; }

        int count = Math.Min(_workspace.Input.Capacity, _order.Length - RowsTaken);
        ReadOnlySpan<int> rows = _order.AsSpan(RowsTaken, count);
        Span<float> targets = _targets.AsSpan(0, count * _source.TargetShape.Length);
        RowsTaken += count;
        _workspace.Input.Count = count;
        _workspace.Step = (ulong)Done++;
        _source.FillVaried(rows, _epoch, _workspace.Input.Values, targets);

        Batch output = _workspace.Forward();
        double loss = _plan.Loss.Evaluate(output, targets, _workspace.OutputGradient.Values) / count;
        if (!double.IsFinite(loss))
        {
            NotFinite = FirstOutputNotFinite() ?? "the loss";
            return (loss, count);
        }

        _workspace.Backward(_plan.ActivationL1);
        LearningRate = _schedule.Rate(_plan.LearningRate, Done - 1, _total, _plan.Warmup ?? 0);
        bool isFinite = _plan.Optimizer.Step(OptimizerState, _workspace.Gradients, LearningRate, ClipScale(), _plan.Penalties);
        if (!isFinite || HasNotFinite(_network.Row[_network.LearnedLength..])) { NotFinite = WhereStepFailed(); }
        return (loss, count);
    }

    /// <summary>What the penalties on weights add to the loss now, and the one on activations did in the last batch.</summary>
    public double Penalty()
    {
        double l1 = 0, l2 = 0, activations = 0;
        bool isOnWeights = _plan.Penalties.L1 != 0 || _plan.Penalties.L2 != 0;
        foreach (float weight in isOnWeights ? _network.Row[.._network.WeightLength] : [])
        {
            l1 += MathF.Abs(weight);
            l2 += (double)weight * weight;
        }
        if (_plan.ActivationL1 > 0 && _workspace.Input.Count > 0)
        {
            foreach (Node node in _network.Nodes.Where(n => _workspace.IsHiddenActivation(n.Index)))
            {
                foreach (float value in _workspace.Passes[node.Index].Output.Values) { activations += MathF.Abs(value); }
            }
            activations /= _workspace.Input.Count;
        }
        return _plan.Penalties.L1 * l1 + _plan.Penalties.L2 / 2 * l2 + _plan.ActivationL1 * activations;
    }

    /// <summary>The first layer whose output on the last batch is not finite, or null.</summary>
    public string? FirstOutputNotFinite()
    {
        // Training's buffers are reused; one that keeps all of them shows where a number first left the range.
        var observation = new Workspace(_network, WorkspaceKind.Observation, _workspace.Input.Count);
        observation.Input.Count = _workspace.Input.Count;
        _workspace.Input.Values.CopyTo(observation.Input.Values);
        observation.Forward();
        return _network.Nodes.FirstOrDefault(node => HasNotFinite(observation.Passes[node.Index].Output.Values))?.Name;
    }

    // Gradients flow back, so the last layer that has one which is not finite is where it came from. Where all are finite, the step
    // was too long; what it moved tells, or what it remembers, or a running statistic.
    private string WhereStepFailed()
        => _network.Nodes.LastOrDefault(node => Learned(node).Any(p => HasNotFinite(_workspace.Gradients.Slice(p.Offset, p.Length))))?.Name
        ?? _network.Nodes.FirstOrDefault(node => node.Layer.Parameters.Any(p => HasNotFinite(p.Value)))?.Name
        ?? _network.Nodes.First(node => Learned(node).Any(p => HasNotFinite(OptimizerState.Second.Span.Slice(p.Offset, p.Length)))).Name;

    private static IEnumerable<Parameter> Learned(Node node) => node.Layer.Parameters.Where(p => p.Role != ParameterRole.Statistic);

    private float ClipScale()
    {
        if (_plan.Clip is not { } limit) { return 1; }
        double squares = Reduction.SumOfSquares(_workspace.Gradients);

        // The square of a number leaves the range of single precision long before the number does.
        float norm = squares <= float.MaxValue ? MathF.Sqrt((float)squares) : (float)Math.Sqrt(squares);
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
