using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Rectify.Kernels;

/// <summary>Eight floats in one 256-bit register.</summary>
internal unsafe struct Lane8 : ISimdLane<Lane8>
{
    private Vector256<float> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lane8(Vector256<float> value) => _value = value;

    public static int Count => 8;

    public static int Registers => Avx512F.VL.IsSupported ? 32 : 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Load(float* source) => new(Vector256.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane8 value, float* target) => value._value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(float* source, nint column, out Lane8 first, out Lane8 second, out Lane8 third, out Lane8 fourth)
    {
        Transposition.Load(
            source, column, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d);
        (first, second, third, fourth) = (new(a), new(b), new(c), new(d));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreAround(Lane8 value, float* target) => value._value.StoreAlignedNonTemporal(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lane8(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator +(Lane8 a, Lane8 b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator -(Lane8 a, Lane8 b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator *(Lane8 a, Lane8 b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator /(Lane8 a, Lane8 b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator -(Lane8 a) => new(-a._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Fma(Lane8 a, Lane8 b, Lane8 c) => new(Vector256.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref Lane8 sum, Lane8 a, Lane8 b)
        => sum._value = Vector256.FusedMultiplyAdd(a._value, b._value, sum._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref Lane8 sum, float* a, Lane8 b)
        => sum._value = Vector256.FusedMultiplyAdd(b._value, Vector256.Load(a), sum._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Sqrt(Lane8 a) => new(Vector256.Sqrt(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Abs(Lane8 a) => new(Vector256.Abs(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Max(Lane8 a, Lane8 b) => new(Vector256.Max(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Min(Lane8 a, Lane8 b) => new(Vector256.Min(a._value, b._value));

    // The processor's own maximum and minimum give the second where either is NaN or both are 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 AtLeast(Lane8 x, Lane8 bound) => new(Avx.IsSupported
        ? Avx.Max(bound._value, x._value)
        : Vector256.ConditionalSelect(Vector256.LessThan(x._value, bound._value), bound._value, x._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 AtMost(Lane8 x, Lane8 bound) => new(Avx.IsSupported
        ? Avx.Min(bound._value, x._value)
        : Vector256.ConditionalSelect(Vector256.GreaterThan(x._value, bound._value), bound._value, x._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 And(Lane8 a, Lane8 b) => new(a._value & b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Or(Lane8 a, Lane8 b) => new(a._value | b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyLess(Lane8 a, Lane8 b) => Vector256.LessThanAny(a._value, b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 IfPositive(Lane8 x, Lane8 then, Lane8 otherwise)
        => new(Vector256.ConditionalSelect(Vector256.GreaterThan(x._value, Vector256<float>.Zero), then._value, otherwise._value));

    // Two factors, because 2ⁿ alone leaves the range of a float below −126; only the second product can round.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Scale(Lane8 a, Lane8 n)
    {
        Vector256<int> whole = Vector256.ConvertToInt32(n._value), half = whole >> 1;
        Vector256<int> rest = whole - half, bias = Vector256.Create(127);
        return new(a._value * ((half + bias) << 23).AsSingle() * ((rest + bias) << 23).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 PowerOfTwo(Lane8 n) => new(((n._value.AsInt32() << 23) + Vector256.Create(127 << 23)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 PowerOfEighths(Lane8 eighths) => PowerOfTwo(ShiftRight(eighths, 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Floor(Lane8 a) => new(Vector256.Floor(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 ShiftRight(Lane8 a, int bits) => new((a._value.AsInt32() >>> bits).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Pick(float* eight, Lane8 place)
        => new(Avx2.IsSupported
            ? Avx2.PermuteVar8x32(Vector256.Load(eight), place._value.AsInt32())
            : Vector256.Shuffle(Vector256.Load(eight), place._value.AsInt32() & Vector256.Create(7)));

    // One instruction picks from eight; without AVX-512 the fourth bit, moved to the sign's place, chooses between two such. As few calls
    // as can be: a polynomial picks ten times, and the compiler has a budget for what it inlines.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 PickOf16(float* sixteen, Lane8 place)
    {
        Vector256<int> i = place._value.AsInt32();
        if (Avx512F.VL.IsSupported)
        {
            return new(Avx512F.VL.PermuteVar8x32x2(Avx.LoadVector256(sixteen), i, Avx.LoadVector256(sixteen + 8)));
        }
        if (Avx2.IsSupported)
        {
            return new(Avx.BlendVariable(
                Avx2.PermuteVar8x32(Avx.LoadVector256(sixteen), i),
                Avx2.PermuteVar8x32(Avx.LoadVector256(sixteen + 8), i),
                Avx2.ShiftLeftLogical(i, 28).AsSingle()));
        }
        Vector256<int> isSecond = (i << 28) >> 31;
        return new(Vector256.ConditionalSelect(isSecond.AsSingle(), Pick(sixteen + 8, place)._value, Pick(sixteen, place)._value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Exponent(Lane8 a)
        => new(Vector256.ConvertToSingle((a._value.AsInt32() >> 23) - Vector256.Create(127)));
}
