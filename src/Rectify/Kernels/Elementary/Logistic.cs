using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// σ(z) = 1/(1 + e⁻ᶻ) in parts: its left tail u = 1/(1 + eᵃ), a = |z|, from which the right side is 1 − u. The tail carries a
/// factor 2⁶⁴ that is taken out last, so that what it weighs is rounded once, however small.
/// </summary>
internal readonly struct Logistic<T> where T : struct, ILane<T>
{
    private const float Unit = 1 / Decay<T>.Excess;

    private readonly T _side;
    private readonly Pair<T> _tail;

    /// <param name="side">Any number with the sign of z.</param>
    /// <param name="distance">|z|.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Logistic(T side, Pair<T> distance) => (_side, _tail) = (side, T.SigmoidTail(distance));

    /// <summary>σ.</summary>
    public T Rounded
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            T tail = _tail.Rounded;
            return T.IfPositive(_side, T.Fma(tail, -Unit, 1), tail * Unit);
        }
    }

    /// <summary>factor·σ′ = factor·σ·(1 − σ), for a power of 2 as factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T SlopeTimes(float factor) => (_tail * Rest).Rounded * (factor * Unit);

    /// <summary>x·σ, where x has the sign of z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Times(T x)
    {
        // Beyond, σ is 0 or 1 to the last bit, and an infinite x times what is left of it would be NaN.
        T stopped = T.AtLeast(x, -110), near = T.AtMost(stopped, 110);
        Pair<T> sigma = Pair<T>.IfPositive(_side, Rest, _tail);
        T y = T.Fma(stopped, sigma.High, near * sigma.Low);
        return T.IfPositive(_side, y, y * Unit);
    }

    /// <summary>σ + w·σ′ = σ·(1 + w·(1 − σ)), where w has the sign of z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T PlusSlopeTimes(Pair<T> w)
    {
        Pair<T> tail = Tail, rest = 1 - tail;
        Pair<T> sigma = Pair<T>.IfPositive(_side, rest, _tail), other = Pair<T>.IfPositive(_side, tail, rest);
        T y = (sigma * (new Pair<T>(1, 0) + w * other)).Rounded;
        return T.IfPositive(_side, y, y * Unit);
    }

    private Pair<T> Tail
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_tail.High * Unit, _tail.Low * Unit);
    }

    private Pair<T> Rest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1 - Tail;
    }
}
