namespace Rectify.Training;

/// <summary>How far numbers are from their mean, added up one by one.</summary>
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
}
