namespace Rectify.Health;

/// <summary>For each unit that is silent the step since which it was so on every look.</summary>
internal sealed class SilentUnitDates
{
    private Dictionary<string, long?[]> _since = [];

    /// <summary>As it was at the best epoch, whose weights are those that are kept and judged at the end.</summary>
    public IReadOnlyDictionary<string, long?[]> OfBest { get; private set; } = new Dictionary<string, long?[]>();

    /// <summary>As it is now.</summary>
    public IReadOnlyDictionary<string, long?[]> Now => _since;

    public void See(IReadOnlyList<LayerCensus> layers, long step, bool isBest)
    {
        foreach (LayerCensus layer in layers)
        {
            if (!_since.TryGetValue(layer.Layer, out long?[]? since)) { _since[layer.Layer] = since = new long?[layer.Units]; }
            for (int unit = 0; unit < since.Length; unit++)
            {
                since[unit] = layer.Verdicts[unit] == Verdict.Silent ? since[unit] ?? step : null;
            }
        }
        if (isBest) { KeepAsBest(); }
    }

    public void KeepAsBest() => OfBest = _since.ToDictionary(layer => layer.Key, layer => (long?[])layer.Value.Clone());

    public void Restore(IReadOnlyDictionary<string, long?[]> now, IReadOnlyDictionary<string, long?[]> ofBest)
        => (_since, OfBest) = (new(now), ofBest);
}
