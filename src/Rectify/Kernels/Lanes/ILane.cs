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

    /// <summary>Picks <paramref name="then"/> where x &gt; 0 and <paramref name="otherwise"/> elsewhere, NaN included.</summary>
    /// <remarks>Both sides are computed: clamp what goes into an exponential first.</remarks>
    static abstract TSelf IfPositive(TSelf x, TSelf then, TSelf otherwise);

    /// <summary>eˣ.</summary>
    static abstract TSelf Exp(TSelf x);

    /// <summary>eˣ − 1, without the cancellation near 0.</summary>
    static abstract TSelf ExpM1(TSelf x);

    /// <summary>log(1 + x) for x ≥ 0, without the cancellation near 0.</summary>
    static abstract TSelf Log1P(TSelf x);

    static abstract TSelf Tanh(TSelf x);

    /// <summary>1/(1 + e⁻ˣ).</summary>
    static abstract TSelf Sigmoid(TSelf x);

    /// <summary>The standard normal distribution function, accurate in its left tail.</summary>
    static abstract TSelf NormalCdf(TSelf x);

    /// <summary>The standard normal density.</summary>
    static abstract TSelf NormalDensity(TSelf x);
}
