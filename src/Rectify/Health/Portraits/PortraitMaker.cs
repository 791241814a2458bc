using Rectify.Data;
using Rectify.Networks;

namespace Rectify.Health;

/// <summary>Makes portraits of a network in training, of what was counted along with its steps and of a look at a few rows.</summary>
/// <param name="network">The network in training.</param>
/// <param name="look">The rows of a look, of which some are enough here: to draw among all of them anew takes memory.</param>
/// <param name="seed">Of the run: it draws them.</param>
/// <param name="tally">What is counted along with steps.</param>
internal sealed class PortraitMaker(Network network, SampleSource look, ulong seed, ActivityTally tally)
{
    // Units are many, and each is on every row: few rows say where most of their pre-activations lie.
    private const int MostRows = 64;

    private readonly int _rows = Math.Min(look.Count, MostRows);
    private Census? _census;
    private PortraitSchedule _schedule = new(1, 1);

    /// <param name="rowsOfEpoch">Rows that an epoch takes.</param>
    public void Begin(int rowsOfEpoch) => _schedule = new(_rows, rowsOfEpoch);

    public bool IsDue(int epoch) => _schedule.IsDue(epoch);

    /// <summary>What counts the rows that are looked at. Made when it is first asked for, so that the first step does not wait.</summary>
    public Census Census => _census ??= new(network, Probe.Draw(look, seed, Math.Max(_rows, 1)));

    /// <summary>Puts a portrait together.</summary>
    /// <param name="epoch">The epoch it is of.</param>
    /// <param name="step">The steps that were done.</param>
    /// <param name="layers">The units on the rows that were looked at.</param>
    /// <param name="fans">What went into them there.</param>
    /// <param name="tallied">Rows that the tally has counted.</param>
    public Portrait Make(int epoch, long step, IReadOnlyList<LayerCensus> layers, FanSample fans, long tallied)
        => new(epoch, step, [.. layers.Select(layer => Make(layer, fans.Of(layer.Layer), tallied))]);

    // Training shows most activations every row of an epoch; of others, those that were looked at say it.
    private LayerPortrait Make(LayerCensus layer, PreActivationFan fan, long tallied)
    {
        IReadOnlyList<float>? active = tallied > 0 ? tally.RowsOf(layer.Layer) : null;
        long rows = active is null ? layer.Rows : tallied;
        return new(layer.Layer, rows, [.. (active ?? layer.ActiveRows.Select(n => (float)n)).Select(n => FiringRate.Of(n, rows))], fan);
    }
}
