using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>A lane of single-precision numbers in a register: what kernels load, compute with and store.</summary>
internal unsafe interface ISimdLane<TSelf> : ILane<TSelf> where TSelf : struct, ISimdLane<TSelf>
{
    /// <summary>How many numbers the lane holds.</summary>
    static abstract int Count { get; }

    /// <summary>How many such lanes the processor's registers hold.</summary>
    static abstract int Registers { get; }

    static abstract TSelf Load(float* source);
    static abstract void Store(TSelf value, float* target);

    /// <summary>sum = a·b + sum, rounded once, in place.</summary>
    /// <remarks>
    /// The same as <see cref="ILane{TSelf}.Fma"/>, which makes a new lane. The compiler keeps a new lane apart from the variable that
    /// it goes to, and so copies a sum at each step of a loop; where sums fill the registers it even stores them.
    /// </remarks>
    static abstract void AddProduct(ref TSelf sum, TSelf a, TSelf b);

    /// <summary>a·2ⁿ for a whole number n in [−200, 250], rounded once where the result is denormal and |a| is above 2⁻²⁴.</summary>
    static abstract TSelf Scale(TSelf a, TSelf n);

    /// <summary>⌊log₂ a⌋ of a normal positive number: its exponent.</summary>
    static abstract TSelf Exponent(TSelf a);

    /// <summary>The bits of a and b combined with "and".</summary>
    static abstract TSelf And(TSelf a, TSelf b);

    /// <summary>The bits of a and b combined with "or".</summary>
    static abstract TSelf Or(TSelf a, TSelf b);

    /// <summary>Whether a &lt; b in any place: guards a rare branch.</summary>
    static abstract bool AnyLess(TSelf a, TSelf b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.Exp(TSelf x) => Elementary.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.ExpM1(TSelf x) => Elementary.ExpM1(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.Log1P(TSelf x) => Elementary.Log1P(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.Tanh(TSelf x) => Elementary.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.Sigmoid(TSelf x) => Elementary.Sigmoid(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.NormalCdf(TSelf x) => Elementary.NormalCdf(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.NormalDensity(TSelf x) => Elementary.NormalDensity(x);
}
