using System.Runtime.CompilerServices;
using Rectify.Data;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Health;

/// <summary>
/// Watches a run: counts active units along with every forward pass, looks closely every so many steps, and asks the rules after
/// each look and each epoch, so that what is wrong is known while there is time. It changes no bit of the run.
/// </summary>
public sealed class HealthMonitor : ITrainingObserver, IPassWatcher
{
    private const string NoteName = "health";

    // Running statistics move by a tenth a step: after these they are half a per cent off at most.
    private const int StepsOfStatistics = 50;

    // Numbers that a look goes through: enough rows of a table, and few of large images.
    private const int MostLookRows = 256, LeastLookRows = 32, NumbersOfLook = 1 << 21;

    private readonly Network _network;
    private readonly HealthEvidence _facts;
    private readonly SampleSource _probeRows, _lookRows;
    private readonly int _rowsOfLook;
    private readonly bool _hasStatistics;
    private readonly ActivityTally _tally;
    private readonly StepWatch _watch;
    private readonly PortraitMaker _portraits;
    private FindingDates _dates = new();
    private SilentUnitDates _silent = new();
    private List<TrainingEvent.EpochEnded> _epochs = [];
    private List<HealthLook> _looks = [];
    private LookSchedule _schedule = new(1, 1);
    private Portrait? _portraitAtStart;
    private Workspace? _steps;
    private IReadOnlyList<LayerCensus> _start = [], _now = [];
    private TrainingEvent.Diverged? _divergence;
    private int _stepsPerEpoch = 1;
    private long _rowsOfEpoch;
    private bool _isWatching, _hasEnded;

    /// <summary>Watches the training of a model on its data.</summary>
    public HealthMonitor(ModelTraining training) : this(training, bornDead: null) { }

    /// <summary>Watches the training of a model on its data.</summary>
    /// <param name="training">What is to be trained.</param>
    /// <param name="bornDead">How likely such a network is born dead, where that was asked (<see cref="BornDeadForecast"/>).</param>
    public HealthMonitor(ModelTraining training, BornDeadForecast? bornDead)
        : this(Checked(training).Model.Network, training.Training, training.Options.Seed, TrainingFacts.Of(training, bornDead))
    {
    }

    /// <summary>Watches the training of a network of one's own: <see cref="Trainer.Fit"/> takes it among its observers.</summary>
    /// <inheritdoc cref="TrainingFacts.Of(Network, TrainingPlan, SampleSource, SampleSource)"/>
    public HealthMonitor(Network network, TrainingPlan plan, SampleSource training, SampleSource? validation = null)
        : this(network, training, Checked(plan).Seed, TrainingFacts.Of(network, plan, training, validation))
    {
    }

    /// <param name="network">The network in training.</param>
    /// <param name="training">The rows it learns from.</param>
    /// <param name="seed">Of the run: it draws the probe.</param>
    /// <param name="facts">What is known before training of data, network and plan; rules that need it are silent without.</param>
    internal HealthMonitor(Network network, SampleSource training, ulong seed, HealthEvidence? facts = null)
    {
        (_network, _facts) = (network, facts ?? new HealthEvidence { Layers = [] });
        _hasStatistics = network.Row.Length > network.LearnedLength;
        int numbersOfRow = network.Nodes.Where(n => n.Layer is IActivationLayer).Sum(n => network.ShapeOf(n.Index).Length);
        Evaluator.CheckInputs(network, training);
        _probeRows = Probe.Draw(training, seed);
        _rowsOfLook = Math.Clamp(NumbersOfLook / Math.Max(numbersOfRow, 1), LeastLookRows, MostLookRows);
        _lookRows = Probe.Draw(training, seed, _rowsOfLook);
        _tally = new(network);
        _watch = new(network, _facts.Penalties);
        _portraits = new(network, _lookRows, seed, _tally);
    }

    /// <summary>Ends the count before the first step, which for a large network takes seconds.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Told of each look.</summary>
    public event Action<HealthLook>? Looked;

    /// <summary>
    /// Told what units do, epoch by epoch: of the start when the first step is done, later so seldom that it takes a small share of
    /// the time.
    /// </summary>
    public event Action<Portrait>? Portrayed;

    /// <summary>Told of each warning and error, once, when two looks have shown it.</summary>
    public event Action<Finding>? Found;

    /// <summary>Units that no training row of the last epoch activated, of those that can fall silent; before that, at the start.</summary>
    public (int Silent, int Units) Silent { get; private set; }

    /// <summary>Every look, in order.</summary>
    public IReadOnlyList<HealthLook> Looks => _looks;

    /// <summary>What is known of each layer's units with the weights that are kept; empty before the end.</summary>
    public IReadOnlyList<LayerFacts> Layers { get; private set; } = [];

    /// <summary>Every warning and error that was told, in the order in which they were seen.</summary>
    public IReadOnlyList<Finding> Told => _dates.Told;

    public void On(TrainingEvent e)
    {
        switch (e)
        {
            case TrainingEvent.Planned planned:
                (_steps, planned.Workspace.Watcher) = (planned.Workspace, this);
                _schedule = new(_rowsOfLook, planned.Workspace.Input.Capacity);
                break;
            case TrainingEvent.Started started:
                _stepsPerEpoch = started.StepsPerEpoch;
                _portraits.Begin(started.TrainingRows);
                Begin();
                break;
            case TrainingEvent.Resumed resumed:
                // The start was told before.
                _portraitAtStart = null;
                if (resumed.Checkpoint.NoteOf(NoteName) is { } note) { Remember(MonitorMemory.Read(note)); }
                break;
            case TrainingEvent.CheckpointReached reached:
                reached.Checkpoint.Note(NoteName, () => new MonitorMemory(_looks, _epochs, _silent, _dates).Write());
                break;
            case TrainingEvent.Stepped step when _isWatching:
                LookAt(step);
                break;
            case TrainingEvent.EpochEnded epoch:
                End(epoch);
                break;
            case TrainingEvent.Diverged divergence:
                _divergence = divergence;
                Examine(divergence.Epoch, divergence.Step, isCertain: true);
                break;
            case TrainingEvent.Ended ended:
                // Who asked for an end does not wait for the long count.
                End(ended.Reason == StopReason.Cancelled ? OfLook : OfProbe);
                if (_steps is not null) { _steps.Watcher = null; }
                break;
        }
    }

    /// <inheritdoc/>
    public void Forwarded(Node node, LayerPass pass)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(pass);
        if (node.Index == 0)
        {
            _isWatching = _schedule.IsDue((long)_steps!.Step + 1);
            if (_isWatching) { _watch.Begin(); }
        }
        if (node.Index == 0) { _rowsOfEpoch += pass.Output.Count; }
        _tally.Count(node, pass);
    }

    /// <inheritdoc/>
    public void Backwarding(Node node, LayerPass pass)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(pass);
        if (_isWatching) { _watch.See(node, pass); }
    }

    /// <summary>All that is known of the run so far.</summary>
    public HealthEvidence Evidence => _facts with
    {
        Layers = _now, LayersAtStart = _start, SilentSince = _silent.OfBest, StepsPerEpoch = _stepsPerEpoch,
        Looks = _looks, Epochs = _epochs, Divergence = _divergence, HasEnded = _hasEnded,
    };

    /// <summary>The verdict on the run, once it has ended; a finding that was seen before has the moment of that.</summary>
    public HealthReport Report()
    {
        HealthReport report = HealthReport.Of(Evidence);
        return report with { Findings = [.. report.Findings.Select(_dates.Dated)] };
    }

    // Made when the run is known, whose threads have nothing to do while it is looked at.
    private Census OfProbe => field ??= new(_network, _probeRows, _steps?.Workers);

    private Census OfLook => field ??= new(_network, _lookRows, _steps?.Workers);

    private static T Checked<T>(T given, [CallerArgumentExpression(nameof(given))] string name = "")
        => given ?? throw new ArgumentNullException(name);

    private void Remember(MonitorMemory memory)
        => (_looks, _epochs, _silent, _dates) = ([.. memory.Looks], [.. memory.Epochs], memory.Silent, memory.Dates);

    /// <summary>
    /// The verdict on a run by what its monitor had seen until the checkpoint, beside what is known of it now.
    /// </summary>
    /// <param name="checkpoint">Of the run; one that no monitor watched adds nothing.</param>
    /// <param name="now">The units as they are, and what is known of data and plan.</param>
    public static HealthReport ReportOf(Checkpoint checkpoint, HealthEvidence now)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(now);
        if (checkpoint.NoteOf(NoteName) is not { } note) { return HealthReport.Of(now); }
        MonitorMemory memory = MonitorMemory.Read(note);
        int perEpoch = memory.Epochs is [{ } first, ..] ? (int)(first.Step / first.Epoch) : 1;
        HealthReport report = HealthReport.Of(now with
        {
            Looks = memory.Looks, Epochs = memory.Epochs, SilentSince = memory.Silent.OfBest, StepsPerEpoch = perEpoch,
        });
        return report with { Findings = [.. report.Findings.Select(memory.Dates.Dated)] };
    }

    private void Begin()
    {
        Moments moments = new();
        FanSample fans = new();
        _now = _start = Take(OfProbe, (node, pass) =>
        {
            moments.See(node, pass);
            fans.See(node, pass);
        }, step: 0);
        _portraitAtStart = _portraits.Make(epoch: 0, step: 0, _start, fans, tallied: 0);
        _looks.Add(new(0, 0, 0, moments.Of(_start), []));
        _silent.See(_start, step: 0, isBest: true);
        Silent = (_start.Sum(l => l.Count(Verdict.Silent)), _start.Sum(l => l.Units));
        Examine(0, 0, isCertain: true);
    }

    private void LookAt(TrainingEvent.Stepped step)
    {
        Moments moments = new();
        _now = Take(OfLook, moments.See, step.Step);
        _looks.Add(new(step.Epoch, step.Step, step.LearningRate, moments.Of(_now), _watch.End(_steps!.Gradients)));
        _silent.See(_now, step.Step, isBest: false);
        Examine(step.Epoch, step.Step, isCertain: false);
        Looked?.Invoke(_looks[^1]);
        if (step.Step == 1 && _portraitAtStart is { } start) { Portrayed?.Invoke(start); }
    }

    private void End(TrainingEvent.EpochEnded epoch)
    {
        _epochs.Add(epoch);
        Silent = _tally.Silent;
        if (_portraits.IsDue(epoch.Epoch) && Portrayed is not null) { Portray(epoch); }
        _tally.Clear();
        _rowsOfEpoch = 0;
        if (epoch.Epoch == epoch.BestEpoch) { _silent.KeepAsBest(); }
        Examine(epoch.Epoch, epoch.Step, isCertain: false);
    }

    private void Portray(TrainingEvent.EpochEnded epoch)
    {
        FanSample fans = new();
        IReadOnlyList<LayerCensus> layers = Take(_portraits.Census, fans.See, epoch.Step);
        Portrayed?.Invoke(_portraits.Make(epoch.Epoch, epoch.Step, layers, fans, _rowsOfEpoch));
    }

    private void End(Census census)
    {
        WorstUnits units = new();
        FanSample fans = new();
        _now = census.Take((node, pass) =>
        {
            units.See(node, pass);
            fans.See(node, pass);
        });
        _hasEnded = true;
        Layers = [.. _now.Select(layer => LayerFacts.Of(
            _network, layer, units, _silent.OfBest.GetValueOrDefault(layer.Layer, []), fans.Of(layer.Layer)))];
    }

    private IReadOnlyList<LayerCensus> Take(Census census, Action<Node, LayerPass> see, long step)
    {
        CancellationToken cancellation = step == 0 ? Cancellation : default;
        return _hasStatistics && step < StepsOfStatistics
            ? census.TakeAsInTraining(see, cancellation)
            : census.Take(see, cancellation);
    }

    private void Examine(int epoch, long step, bool isCertain)
    {
        foreach (Finding finding in _dates.See(HealthReport.Of(Evidence).Findings, epoch, step, isCertain)) { Found?.Invoke(finding); }
    }
}
