using Rectify.Data;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Health;

/// <summary>Watches a run: counts units on the probe before the first step and at the end, and has a short look after each epoch.</summary>
public sealed class HealthMonitor : ITrainingObserver
{
    // A look costs a forward pass of its rows; few enough that training hardly notices.
    private const int LookRows = 256;

    private readonly Census _probe, _look;
    private readonly Dictionary<string, int?[]> _silentSince = [];
    private Dictionary<string, int?[]> _silentSinceOfBest = [];
    private readonly List<TrainingEvent.EpochEnded> _epochs = [];
    private IReadOnlyList<LayerCensus> _start = [], _end = [];
    private TrainingEvent.Diverged? _divergence;

    /// <param name="network">The network in training.</param>
    /// <param name="training">The rows it learns from.</param>
    /// <param name="seed">Of the run: it draws the probe.</param>
    public HealthMonitor(Network network, SampleSource training, ulong seed)
    {
        _probe = new(network, Probe.Draw(training, seed));
        _look = new(network, Probe.Draw(training, seed, LookRows));
    }

    /// <summary>Ends the count before the first step, which for a large network takes seconds.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Silent units at the last look, of how many.</summary>
    public (int Silent, int Units) Silent { get; private set; }

    public void On(TrainingEvent e)
    {
        switch (e)
        {
            case TrainingEvent.Started:
                _start = _probe.Take(cancellation: Cancellation);
                Note(_start, epoch: 0, isBest: true);
                break;
            case TrainingEvent.EpochEnded epoch:
                _epochs.Add(epoch);
                Note(_look.Take(), epoch.Epoch, isBest: epoch.Epoch == epoch.BestEpoch);
                break;
            case TrainingEvent.Diverged divergence:
                _divergence = divergence;
                break;
            case TrainingEvent.Ended ended:
                // Who asked for an end does not wait for the long count.
                _end = (ended.Reason == StopReason.Cancelled ? _look : _probe).Take();
                break;
        }
    }

    /// <summary>What was seen, once the run has ended; the rest of <paramref name="evidence"/> is taken over.</summary>
    public HealthEvidence AddTo(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence with
        {
            Layers = _end,
            LayersAtStart = _start,
            SilentSince = _silentSinceOfBest,
            Epochs = _epochs,
            Divergence = _divergence,
        };
    }

    // The weights of the best epoch are those that are kept and judged at the end, so what was seen then is kept with them.
    private void Note(IReadOnlyList<LayerCensus> layers, int epoch, bool isBest)
    {
        Silent = (layers.Sum(l => l.Count(Verdict.Silent)), layers.Sum(l => l.Units));
        foreach (LayerCensus layer in layers)
        {
            if (!_silentSince.TryGetValue(layer.Layer, out int?[]? since)) { _silentSince[layer.Layer] = since = new int?[layer.Units]; }
            for (int unit = 0; unit < since.Length; unit++)
            {
                since[unit] = layer.Verdicts[unit] == Verdict.Silent ? since[unit] ?? epoch : null;
            }
        }
        if (isBest) { _silentSinceOfBest = _silentSince.ToDictionary(layer => layer.Key, layer => (int?[])layer.Value.Clone()); }
    }
}
