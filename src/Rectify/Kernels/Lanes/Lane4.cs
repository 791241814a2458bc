using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Rectify.Kernels;

/// <summary>Four floats in one 128-bit register.</summary>
internal unsafe struct Lane4 : ISimdLane<Lane4>
{
    private Vector128<float> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lane4(Vector128<float> value) => _value = value;

    public static int Count => 4;

    public static int Registers => Avx512F.VL.IsSupported || AdvSimd.Arm64.IsSupported ? 32 : 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Load(float* source) => new(Vector128.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane4 value, float* target) => value._value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(float* source, nint column, out Lane4 first, out Lane4 second, out Lane4 third, out Lane4 fourth)
    {
        Transposition.Load(
            source, column, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d);
        (first, second, third, fourth) = (new(a), new(b), new(c), new(d));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreAround(Lane4 value, float* target) => value._value.StoreAlignedNonTemporal(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lane4(float value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator +(Lane4 a, Lane4 b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator -(Lane4 a, Lane4 b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator *(Lane4 a, Lane4 b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator /(Lane4 a, Lane4 b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator -(Lane4 a) => new(-a._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Fma(Lane4 a, Lane4 b, Lane4 c) => new(Vector128.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref Lane4 sum, Lane4 a, Lane4 b)
        => sum._value = Vector128.FusedMultiplyAdd(a._value, b._value, sum._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref Lane4 sum, float* a, Lane4 b)
        => sum._value = Vector128.FusedMultiplyAdd(b._value, Vector128.Load(a), sum._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Sqrt(Lane4 a) => new(Vector128.Sqrt(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Abs(Lane4 a) => new(Vector128.Abs(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Max(Lane4 a, Lane4 b) => new(Vector128.Max(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Min(Lane4 a, Lane4 b) => new(Vector128.Min(a._value, b._value));

    // The processor's own maximum and minimum give the second where either is NaN or both are 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 AtLeast(Lane4 x, Lane4 bound) => new(Sse.IsSupported
        ? Sse.Max(bound._value, x._value)
        : Vector128.ConditionalSelect(Vector128.LessThan(x._value, bound._value), bound._value, x._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 AtMost(Lane4 x, Lane4 bound) => new(Sse.IsSupported
        ? Sse.Min(bound._value, x._value)
        : Vector128.ConditionalSelect(Vector128.GreaterThan(x._value, bound._value), bound._value, x._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 And(Lane4 a, Lane4 b) => new(a._value & b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Or(Lane4 a, Lane4 b) => new(a._value | b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyLess(Lane4 a, Lane4 b) => Vector128.LessThanAny(a._value, b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 IfPositive(Lane4 x, Lane4 then, Lane4 otherwise)
        => new(Vector128.ConditionalSelect(Vector128.GreaterThan(x._value, Vector128<float>.Zero), then._value, otherwise._value));

    // Two factors, because 2ⁿ alone leaves the range of a float below −126; only the second product can round.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Scale(Lane4 a, Lane4 n)
    {
        Vector128<int> whole = Vector128.ConvertToInt32(n._value), half = whole >> 1;
        Vector128<int> rest = whole - half, bias = Vector128.Create(127);
        return new(a._value * ((half + bias) << 23).AsSingle() * ((rest + bias) << 23).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 PowerOfTwo(Lane4 n) => new(((n._value.AsInt32() << 23) + Vector128.Create(127 << 23)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 PowerOfEighths(Lane4 eighths) => PowerOfTwo(ShiftRight(eighths, 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Floor(Lane4 a) => new(Vector128.Floor(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 ShiftRight(Lane4 a, int bits) => new((a._value.AsInt32() >>> bits).AsSingle());

    // The processor has no such instruction of this width that all have: four loads.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Pick(float* eight, Lane4 place)
    {
        Vector128<int> i = place._value.AsInt32() & Vector128.Create(7);
        return new(Vector128.Create(eight[i[0]], eight[i[1]], eight[i[2]], eight[i[3]]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 PickOf16(float* sixteen, Lane4 place)
    {
        Vector128<int> i = place._value.AsInt32() & Vector128.Create(15);
        return new(Vector128.Create(sixteen[i[0]], sixteen[i[1]], sixteen[i[2]], sixteen[i[3]]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Exponent(Lane4 a)
        => new(Vector128.ConvertToSingle((a._value.AsInt32() >> 23) - Vector128.Create(127)));
}
