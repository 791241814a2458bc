using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>How far numbers are from their mean, added up one by one or many at once.</summary>
internal struct Spread
{
    private double _first, _sum, _squares;
    private long _count;

    /// <summary>Σ (x − mean)², exactly 0 where all are equal.</summary>
    public readonly double SumOfSquares => _count == 0 ? 0 : _squares - _sum * _sum / _count;

    /// <summary>NaN of no numbers.</summary>
    public readonly double Mean => _first + _sum / _count;

    /// <summary>The mean square of x − mean; NaN of no numbers.</summary>
    public readonly double Variance => SumOfSquares / _count;

    public void Add(double x)
    {
        // From the first one on, so that equal numbers have a spread of exactly 0.
        if (_count++ == 0) { _first = x; }
        _sum += x - _first;
        _squares += (x - _first) * (x - _first);
    }

    /// <summary>Adds many, in stretches of single precision about the first.</summary>
    public void Add(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty) { return; }
        if (_count == 0) { _first = values[0]; }
        float origin = (float)_first;
        (double sum, double squares) = Reduction.SumsAbout(origin, values);
        double shift = origin - _first;
        _count += values.Length;
        _sum += sum + values.Length * shift;
        _squares += squares + shift * (2 * sum + values.Length * shift);
    }
}
