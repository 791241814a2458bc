using Rectify.Layers;

namespace Rectify.Health;

/// <summary>Counts the activity of one layer's units, batch by batch, and gives each unit its verdict.</summary>
internal sealed class UnitCounter(IActivationLayer layer, int units)
{
    private const double AliveShare = 0.01;

    private readonly int[] _activeRows = new int[units];
    private readonly float[] _leastSlope = Filled(units, float.PositiveInfinity), _largestSlope = Filled(units, float.NegativeInfinity);
    private int _rows, _deadRows;
    private long _zeros, _outputs;

    /// <param name="slopes">For each row, unit after unit, the slope at each of the unit's positions.</param>
    /// <param name="outputs">The layer's outputs, laid out as the slopes.</param>
    /// <param name="count">Rows.</param>
    public void Count(ReadOnlySpan<float> slopes, ReadOnlySpan<float> outputs, int count)
    {
        int positions = slopes.Length / (count * units);
        for (int row = 0; row < count; row++)
        {
            bool anyActive = false;
            for (int unit = 0; unit < units; unit++)
            {
                bool active = CountUnit(unit, slopes.Slice((row * units + unit) * positions, positions));
                if (active) { _activeRows[unit]++; }
                anyActive |= active;
            }
            if (!anyActive) { _deadRows++; }
        }
        _rows += count;
        _outputs += outputs.Length;
        foreach (float output in outputs) { _zeros += output == 0 ? 1 : 0; }
    }

    public LayerCensus ToCensus(string name)
    {
        Verdict[] verdicts = [.. Enumerable.Range(0, units).Select(VerdictOf)];
        double zeros = _outputs == 0 ? 0 : (double)_zeros / _outputs;
        return new(name, layer.ActivationName, _rows, verdicts, _activeRows, _deadRows, zeros);
    }

    // A channel is active on a row when any of its positions is.
    private bool CountUnit(int unit, ReadOnlySpan<float> slopes)
    {
        bool active = false;
        foreach (float slope in slopes)
        {
            active |= layer.ActiveThreshold == 0 ? slope != 0 : MathF.Abs(slope) >= layer.ActiveThreshold;
            _leastSlope[unit] = MathF.Min(_leastSlope[unit], slope);
            _largestSlope[unit] = MathF.Max(_largestSlope[unit], slope);
        }
        return active;
    }

    private Verdict VerdictOf(int unit)
    {
        int active = _activeRows[unit];
        bool isSmooth = layer.ActiveThreshold > 0;
        if (isSmooth && _rows - active >= (1 - AliveShare) * _rows) { return Verdict.Saturated; }
        if (active == 0) { return Verdict.Silent; }
        if (layer.HasLinearPieces && _leastSlope[unit] == _largestSlope[unit] && _leastSlope[unit] != 0) { return Verdict.AlwaysOn; }
        return active < AliveShare * _rows ? Verdict.RarelyActive : Verdict.Alive;
    }

    private static float[] Filled(int length, float value)
    {
        float[] array = new float[length];
        Array.Fill(array, value);
        return array;
    }
}
