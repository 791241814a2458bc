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

    /// <summary>Loads the first four numbers of as many columns as the lane holds, row by row.</summary>
    /// <param name="source">The first column's numbers, side by side.</param>
    /// <param name="column">From one column to the next.</param>
    /// <param name="first">The first number of each column.</param>
    /// <param name="second">The second.</param>
    /// <param name="third">The third.</param>
    /// <param name="fourth">The fourth.</param>
    static abstract void LoadColumns(float* source, nint column, out TSelf first, out TSelf second, out TSelf third, out TSelf fourth);

    /// <summary>Stores past the caches, at a multiple of the lane's size: what is written is not read first, displaces nothing.</summary>
    static abstract void StoreAround(TSelf value, float* target);

    /// <summary>sum = a·b + sum, rounded once, in place.</summary>
    /// <remarks>
    /// The same as <see cref="ILane{TSelf}.Fma"/>, which makes a new lane. The compiler keeps a new lane apart from the variable that
    /// it goes to, and so copies a sum at each step of a loop; where sums fill the registers it even stores them.
    /// </remarks>
    static abstract void AddProduct(ref TSelf sum, TSelf a, TSelf b);

    /// <summary>The same with one factor in memory: where the processor can, in the one instruction that multiplies it.</summary>
    static abstract void AddProduct(ref TSelf sum, float* a, TSelf b);

    /// <summary>a·2ⁿ for a whole number n in [−200, 250], rounded once; |a| is above 2⁻²⁴ where the result may be denormal.</summary>
    static abstract TSelf Scale(TSelf a, TSelf n);

    /// <summary>2ⁿ for a whole number n in [−126, 127], given as n + 1.5·2²³ + any multiple of 512.</summary>
    static abstract TSelf PowerOfTwo(TSelf n);

    /// <summary>2ⁿ for n in [−126, 127], given as 8n + j + 1.5·2²³ + any multiple of 4096, with j from 0 to 7.</summary>
    static abstract TSelf PowerOfEighths(TSelf eighths);

    /// <summary>The largest whole number not above.</summary>
    static abstract TSelf Floor(TSelf a);

    /// <summary>The bits of a moved down.</summary>
    static abstract TSelf ShiftRight(TSelf a, int bits);

    /// <summary>For each number the one of <paramref name="eight"/> that the low three bits of <paramref name="place"/> say.</summary>
    static abstract TSelf Pick(float* eight, TSelf place);

    /// <summary>For each number the one of <paramref name="sixteen"/> that the low four bits of <paramref name="place"/> say.</summary>
    static abstract TSelf PickOf16(float* sixteen, TSelf place);

    /// <summary>⌊log₂ a⌋ of a normal positive number: its exponent.</summary>
    static abstract TSelf Exponent(TSelf a);

    /// <summary>The bits of a and b combined with "and".</summary>
    static abstract TSelf And(TSelf a, TSelf b);

    /// <summary>The bits of a and b combined with "or".</summary>
    static abstract TSelf Or(TSelf a, TSelf b);

    /// <summary>Whether a &lt; b in any place: guards a rare branch.</summary>
    static abstract bool AnyLess(TSelf a, TSelf b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.Exp(TSelf x) => Exponentials.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.ExpM1(TSelf x) => Exponentials.ExpM1(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.Log1P(TSelf x) => Logarithms.Log1P(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.Tanh(TSelf x) => Sigmoids.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.Sigmoid(TSelf x) => Sigmoids.Sigmoid(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.NormalCdf(TSelf x) => Normal.Cdf(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.NormalDensity(TSelf x) => Normal.Density(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Decay<TSelf> ILane<TSelf>.Decay(Pair<TSelf> a) => Exponentials.DecayOf(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Pair<TSelf> ILane<TSelf>.ExpM1Parts(TSelf x) => Exponentials.ExpM1Parts(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Pair<TSelf> ILane<TSelf>.NormalTailRatio(TSelf a) => Normal.TailRatio(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.Curve<TCurve>(TSelf x) => Piecewise.Curve<TCurve, TSelf>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Pair<TSelf> ILane<TSelf>.Smoothed<TCurve>(TSelf x) => Piecewise.Smoothed<TCurve, TSelf>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.WeighedCurve<TCurve>(TSelf x) => Piecewise.WeighedCurve<TCurve, TSelf>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.Ascent<TCurve>(TSelf x) => Piecewise.Ascent<TCurve, TSelf>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf>.WeighedAscent<TCurve>(TSelf x) => Piecewise.WeighedAscent<TCurve, TSelf>(x);
}
