using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// e⁻ᵃ of an a ≥ 0 in parts, mantissa · 2ⁿ. What the exponential weighs can be multiplied by the mantissa first and scaled last,
/// so that it is rounded once even where the exponential alone would be denormal.
/// </summary>
/// <param name="mantissa">Between 0.95 and 1.92, or NaN; the low part is up to a twentieth of the high.</param>
/// <param name="power">2ⁿ⁺⁶⁴.</param>
public readonly struct Decay<T>(Pair<T> mantissa, T power) where T : struct, ILane<T>
{
    /// <summary>64: the power of 2 in <see cref="Excess"/>.</summary>
    public const int ExcessPower = 64;

    /// <summary>2⁶⁴: what <see cref="Power"/> is too large by.</summary>
    public const float Excess = 18446744073709551616f;

    /// <summary>Between 0.95 and 1.92, or NaN; the low part is up to a twentieth of the high.</summary>
    public Pair<T> Mantissa { get; } = mantissa;

    /// <summary>2ⁿ⁺⁶⁴, which is a normal number where 2ⁿ is none.</summary>
    public T Power { get; } = power;

    /// <summary>The mantissa with all of it that fits in the high part.</summary>
    public Pair<T> Normalized
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            T high = Mantissa.High + Mantissa.Low;
            return new(high, Mantissa.Low - (high - Mantissa.High));
        }
    }

    /// <summary>2⁶⁴·e⁻ᵃ: what of it is small is no denormal; the low part is up to a twentieth of the high.</summary>
    internal Pair<T> Raised
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Raise(Mantissa);
    }

    /// <summary>y · 2ⁿ⁺⁶⁴ of a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Pair<T> Raise(Pair<T> y) => new(y.High * Power, y.Low * Power);

    /// <summary>y · 2ⁿ, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Scale(T y) => y * Power * (1 / Excess);
}
