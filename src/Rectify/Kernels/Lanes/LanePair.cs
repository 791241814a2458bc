using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// Two registers as one lane: where one is half of a cache line, a sweep down columns then reads each line once, and has two sums in
/// flight.
/// </summary>
internal unsafe struct LanePair<TLane> : ISimdLane<LanePair<TLane>> where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    private TLane _a, _b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LanePair(TLane a, TLane b) => (_a, _b) = (a, b);

    public static int Count => 2 * TLane.Count;
    public static int Registers => TLane.Registers / 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> Load(float* source) => new(TLane.Load(source), TLane.Load(source + TLane.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(LanePair<TLane> value, float* target)
    {
        TLane.Store(value._a, target);
        TLane.Store(value._b, target + TLane.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(
        float* source, nint column, out LanePair<TLane> first, out LanePair<TLane> second, out LanePair<TLane> third,
        out LanePair<TLane> fourth)
    {
        TLane.LoadColumns(source, column, out TLane a1, out TLane a2, out TLane a3, out TLane a4);
        TLane.LoadColumns(source + TLane.Count * column, column, out TLane b1, out TLane b2, out TLane b3, out TLane b4);
        (first, second, third, fourth) = (new(a1, b1), new(a2, b2), new(a3, b3), new(a4, b4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreAround(LanePair<TLane> value, float* target)
    {
        TLane.StoreAround(value._a, target);
        TLane.StoreAround(value._b, target + TLane.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator LanePair<TLane>(float value) => new(value, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> operator +(LanePair<TLane> a, LanePair<TLane> b) => new(a._a + b._a, a._b + b._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> operator -(LanePair<TLane> a, LanePair<TLane> b) => new(a._a - b._a, a._b - b._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> operator *(LanePair<TLane> a, LanePair<TLane> b) => new(a._a * b._a, a._b * b._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> operator /(LanePair<TLane> a, LanePair<TLane> b) => new(a._a / b._a, a._b / b._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> operator -(LanePair<TLane> a) => new(-a._a, -a._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> Fma(LanePair<TLane> a, LanePair<TLane> b, LanePair<TLane> c)
        => new(TLane.Fma(a._a, b._a, c._a), TLane.Fma(a._b, b._b, c._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref LanePair<TLane> sum, LanePair<TLane> a, LanePair<TLane> b)
    {
        TLane.AddProduct(ref sum._a, a._a, b._a);
        TLane.AddProduct(ref sum._b, a._b, b._b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref LanePair<TLane> sum, float* a, LanePair<TLane> b)
    {
        TLane.AddProduct(ref sum._a, a, b._a);
        TLane.AddProduct(ref sum._b, a + TLane.Count, b._b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> Sqrt(LanePair<TLane> a) => new(TLane.Sqrt(a._a), TLane.Sqrt(a._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> Abs(LanePair<TLane> a) => new(TLane.Abs(a._a), TLane.Abs(a._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> Max(LanePair<TLane> a, LanePair<TLane> b) => new(TLane.Max(a._a, b._a), TLane.Max(a._b, b._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> Min(LanePair<TLane> a, LanePair<TLane> b) => new(TLane.Min(a._a, b._a), TLane.Min(a._b, b._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> AtLeast(LanePair<TLane> x, LanePair<TLane> bound)
        => new(TLane.AtLeast(x._a, bound._a), TLane.AtLeast(x._b, bound._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> AtMost(LanePair<TLane> x, LanePair<TLane> bound)
        => new(TLane.AtMost(x._a, bound._a), TLane.AtMost(x._b, bound._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> And(LanePair<TLane> a, LanePair<TLane> b) => new(TLane.And(a._a, b._a), TLane.And(a._b, b._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> Or(LanePair<TLane> a, LanePair<TLane> b) => new(TLane.Or(a._a, b._a), TLane.Or(a._b, b._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyLess(LanePair<TLane> a, LanePair<TLane> b) => TLane.AnyLess(a._a, b._a) || TLane.AnyLess(a._b, b._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> IfPositive(LanePair<TLane> x, LanePair<TLane> then, LanePair<TLane> otherwise)
        => new(TLane.IfPositive(x._a, then._a, otherwise._a), TLane.IfPositive(x._b, then._b, otherwise._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> Scale(LanePair<TLane> a, LanePair<TLane> n) => new(TLane.Scale(a._a, n._a), TLane.Scale(a._b, n._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> PowerOfTwo(LanePair<TLane> n) => new(TLane.PowerOfTwo(n._a), TLane.PowerOfTwo(n._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> PowerOfEighths(LanePair<TLane> eighths)
        => new(TLane.PowerOfEighths(eighths._a), TLane.PowerOfEighths(eighths._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> Floor(LanePair<TLane> a) => new(TLane.Floor(a._a), TLane.Floor(a._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> ShiftRight(LanePair<TLane> a, int bits)
        => new(TLane.ShiftRight(a._a, bits), TLane.ShiftRight(a._b, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> Pick(float* eight, LanePair<TLane> place)
        => new(TLane.Pick(eight, place._a), TLane.Pick(eight, place._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> PickOf16(float* sixteen, LanePair<TLane> place)
        => new(TLane.PickOf16(sixteen, place._a), TLane.PickOf16(sixteen, place._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLane> Exponent(LanePair<TLane> a) => new(TLane.Exponent(a._a), TLane.Exponent(a._b));
}
