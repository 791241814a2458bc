using Rectify.Layers;

namespace Rectify.Health;

/// <summary>Counts the activity of one layer's units, batch by batch, and gives each unit its verdict.</summary>
internal sealed class UnitCounter(IActivationLayer layer, int units)
{
    private const double AliveShare = 0.01;

    private readonly int[] _activeRows = new int[units];
    private readonly bool[] _activeNow = new bool[units];
    private readonly float[] _leastSlope = Filled(units, float.PositiveInfinity), _largestSlope = Filled(units, float.NegativeInfinity);
    private int _rows, _deadRows;
    private long _zeros, _outputs;

    /// <param name="slopes">For each row, position after position, the slope of every unit there: one position, or an image's.</param>
    /// <param name="outputs">The layer's outputs, laid out as the slopes.</param>
    /// <param name="count">Rows.</param>
    public void Count(ReadOnlySpan<float> slopes, ReadOnlySpan<float> outputs, int count)
    {
        int length = slopes.Length / count;
        for (int row = 0; row < count; row++) { CountRow(slopes.Slice(row * length, length)); }
        _rows += count;
        _outputs += outputs.Length;
        foreach (float output in outputs) { _zeros += output == 0 ? 1 : 0; }
    }

    /// <summary>Whether a unit with this slope passes enough gradient: any where the threshold is 0.</summary>
    public static bool IsActive(float slope, float threshold) => threshold == 0 ? slope != 0 : MathF.Abs(slope) >= threshold;

    public LayerCensus ToCensus(string name)
    {
        Verdict[] verdicts = [.. Enumerable.Range(0, units).Select(VerdictOf)];
        double zeros = _outputs == 0 ? 0 : (double)_zeros / _outputs;
        return new(name, layer.ActivationName, _rows, verdicts, _activeRows, _deadRows, zeros);
    }

    // A channel is active on a row when any of its positions is.
    private void CountRow(ReadOnlySpan<float> slopes)
    {
        Array.Clear(_activeNow);
        float threshold = layer.ActiveThreshold;
        for (int start = 0; start < slopes.Length; start += units)
        {
            ReadOnlySpan<float> position = slopes.Slice(start, units);
            for (int unit = 0; unit < position.Length; unit++)
            {
                float slope = position[unit];
                _activeNow[unit] |= IsActive(slope, threshold);
                _leastSlope[unit] = MathF.Min(_leastSlope[unit], slope);
                _largestSlope[unit] = MathF.Max(_largestSlope[unit], slope);
            }
        }

        bool anyActive = false;
        for (int unit = 0; unit < units; unit++)
        {
            if (_activeNow[unit]) { _activeRows[unit]++; }
            anyActive |= _activeNow[unit];
        }
        if (!anyActive) { _deadRows++; }
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
