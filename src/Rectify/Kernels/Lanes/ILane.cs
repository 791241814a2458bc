namespace Rectify.Kernels;

/// <summary>
/// What an activation is written in terms of: one number, a register of numbers, a number that carries its
/// derivative, or a formula being traced. The definition never knows which.
/// </summary>
/// <remarks>
/// Every operation is correctly rounded or is our own code over such operations, so that a definition gives the same
/// bits on every lane of single-precision numbers.
/// </remarks>
public interface ILane<TSelf> where TSelf : struct, ILane<TSelf>
{
    /// <summary>The same number in every place of the lane.</summary>
    static abstract implicit operator TSelf(float value);

    static abstract TSelf operator +(TSelf a, TSelf b);
    static abstract TSelf operator -(TSelf a, TSelf b);
    static abstract TSelf operator *(TSelf a, TSelf b);
    static abstract TSelf operator /(TSelf a, TSelf b);
    static abstract TSelf operator -(TSelf a);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract TSelf Fma(TSelf a, TSelf b, TSelf c);

    /// <summary>The square root, correctly rounded.</summary>
    static abstract TSelf Sqrt(TSelf a);

    /// <summary>|a|.</summary>
    static abstract TSelf Abs(TSelf a);

    /// <summary>The larger of two numbers; NaN if either is, and +0 rather than −0 (IEEE 754-2019 maximum).</summary>
    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>The smaller of two numbers; NaN if either is, and −0 rather than +0 (IEEE 754-2019 minimum).</summary>
    static abstract TSelf Min(TSelf a, TSelf b);

    /// <summary>x, or the bound where x is below it. NaN stays NaN, and −0 stays −0 at a bound of 0.</summary>
    static abstract TSelf AtLeast(TSelf x, TSelf bound);

    /// <summary>x, or the bound where x is above it. NaN stays NaN, and a zero keeps its sign at a bound of 0.</summary>
    static abstract TSelf AtMost(TSelf x, TSelf bound);

    /// <summary>Picks <paramref name="then"/> where x &gt; 0 and <paramref name="otherwise"/> elsewhere, NaN included.</summary>
    /// <remarks>Both sides are computed: clamp what goes into an exponential first.</remarks>
    static abstract TSelf IfPositive(TSelf x, TSelf then, TSelf otherwise);

    /// <summary>eˣ.</summary>
    static abstract TSelf Exp(TSelf x);

    /// <summary>e⁻ᵃ for a ≥ 0, in parts: what it weighs can be rounded once, however small.</summary>
    static abstract Decay<TSelf> Decay(Pair<TSelf> a);

    /// <summary>eˣ − 1, without the cancellation near 0.</summary>
    static abstract TSelf ExpM1(TSelf x);

    /// <summary>eˣ − 1 as a pair, for x ≤ 0.</summary>
    static abstract Pair<TSelf> ExpM1Parts(TSelf x);

    /// <summary>log(1 + x) for x ≥ 0, without the cancellation near 0.</summary>
    static abstract TSelf Log1P(TSelf x);

    static abstract TSelf Tanh(TSelf x);

    /// <summary>1/(1 + e⁻ˣ).</summary>
    static abstract TSelf Sigmoid(TSelf x);

    /// <summary>The standard normal distribution function, accurate in its left tail.</summary>
    static abstract TSelf NormalCdf(TSelf x);

    /// <summary>The standard normal density.</summary>
    static abstract TSelf NormalDensity(TSelf x);

    /// <summary>
    /// Φ(−a)·e^(a²/2) as a pair, for a in [0, 15): the normal distribution's tail without its fast decay (Mills' ratio over √(2π)).
    /// </summary>
    static abstract Pair<TSelf> NormalTailRatio(TSelf a);

    /// <summary>A function that lanes of single precision compute from pieces fitted to it.</summary>
    internal static virtual TSelf Curve<TCurve>(TSelf x) where TCurve : struct, ICurve
        => TCurve.Formula(TSelf.AtMost(TSelf.AtLeast(x, -Farthest), Farthest));

    /// <summary>max(x, 0) + f(|x|) of such a function, as a pair: a rectifier with a round corner.</summary>
    internal static virtual Pair<TSelf> Smoothed<TCurve>(TSelf x) where TCurve : struct, ICurve
        => new(TSelf.AtLeast(x, 0) + TSelf.Curve<TCurve>(TSelf.Abs(x)), 0);

    /// <summary>x·f(−x) of such a function, which fades on the right.</summary>
    internal static virtual TSelf WeighedCurve<TCurve>(TSelf x) where TCurve : struct, ICurve
        => TSelf.AtLeast(x, -Farthest) * TSelf.Curve<TCurve>(-x);

    /// <summary>f(|x|) where x is not positive and 1 − f(|x|) where it is: a function that rises from 0 to 1, by its left tail.</summary>
    internal static virtual TSelf Ascent<TCurve>(TSelf x) where TCurve : struct, ICurve
    {
        TSelf tail = TSelf.Curve<TCurve>(TSelf.Abs(x));
        return TSelf.IfPositive(x, 1 - tail, tail);
    }

    /// <summary>x times that.</summary>
    internal static virtual TSelf WeighedAscent<TCurve>(TSelf x) where TCurve : struct, ICurve
        => TSelf.AtLeast(x, -Farthest) * TSelf.Ascent<TCurve>(x);

    // Beyond, curves have reached their limits, and are not asked where an infinite number times 0 would be NaN.
    private const float Farthest = 110;
}
