using Rectify.Kernels;
using Rectify.Layers;

namespace Rectify.Health;

/// <summary>Counts the activity of one layer's units, batch by batch, and gives each unit its verdict.</summary>
internal sealed class UnitCounter
{
    private const double AliveShare = 0.01;

    private readonly IActivationLayer _layer;
    private readonly float[] _activeRows, _leastSlope, _largestSlope;
    private readonly float _threshold;
    private float[] _reached = [];
    private int _rows, _deadRows;
    private long _zeros, _outputs;

    public UnitCounter(IActivationLayer layer, int units)
    {
        (_layer, _threshold) = (layer, LeastActive(layer.ActiveThreshold));
        (_activeRows, _leastSlope, _largestSlope) = (new float[units], new float[units], new float[units]);
        Array.Fill(_leastSlope, float.PositiveInfinity);
        Array.Fill(_largestSlope, float.NegativeInfinity);
    }

    /// <param name="slopes">For each row, position after position, the slope of every unit there: one position, or an image's.</param>
    /// <param name="outputs">The layer's outputs, laid out as the slopes.</param>
    /// <param name="count">Rows.</param>
    public void Count(ReadOnlySpan<float> slopes, ReadOnlySpan<float> outputs, int count)
    {
        if (_reached.Length < count) { _reached = new float[count]; }
        Span<float> reached = _reached.AsSpan(0, count);
        SlopeRows.Count(slopes, _threshold, _activeRows, _leastSlope, _largestSlope, reached);
        _deadRows += (int)Reduction.Zeros(reached);
        _rows += count;
        _outputs += outputs.Length;
        _zeros += Reduction.Zeros(outputs);
    }

    /// <summary>Whether a unit with this slope passes enough gradient: any where the threshold is 0. NaN says nothing against it.</summary>
    public static bool IsActive(float slope, float threshold) => !(MathF.Abs(slope) < LeastActive(threshold));

    public LayerCensus ToCensus(string name)
    {
        int[] active = [.. _activeRows.Select(rows => (int)rows)];
        double zeros = _outputs == 0 ? 0 : (double)_zeros / _outputs;
        return new(name, _layer.ActivationName, _rows, [.. active.Select(VerdictOf)], active, _deadRows, zeros);
    }

    // The smallest size of a slope that is active.
    private static float LeastActive(float threshold) => Math.Max(threshold, float.Epsilon);

    private Verdict VerdictOf(int active, int unit)
    {
        bool isSmooth = _layer.ActiveThreshold > 0;
        if (isSmooth && _rows - active >= (1 - AliveShare) * _rows) { return Verdict.Saturated; }
        if (active == 0) { return Verdict.Silent; }
        if (_layer.HasLinearPieces && _leastSlope[unit] == _largestSlope[unit] && _leastSlope[unit] != 0) { return Verdict.AlwaysOn; }
        return active < AliveShare * _rows ? Verdict.RarelyActive : Verdict.Alive;
    }
}
