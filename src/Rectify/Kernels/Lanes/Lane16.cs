using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Rectify.Kernels;

/// <summary>Sixteen floats in one 512-bit register.</summary>
internal unsafe struct Lane16 : ISimdLane<Lane16>
{
    private Vector512<float> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lane16(Vector512<float> value) => _value = value;

    public static int Count => 16;

    public static int Registers => 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Load(float* source) => new(Vector512.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane16 value, float* target) => value._value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(float* source, nint column, out Lane16 first, out Lane16 second, out Lane16 third, out Lane16 fourth)
    {
        Transposition.Load(
            source, column, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c, out Vector512<float> d);
        (first, second, third, fourth) = (new(a), new(b), new(c), new(d));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreAround(Lane16 value, float* target) => value._value.StoreAlignedNonTemporal(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lane16(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 operator +(Lane16 a, Lane16 b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 operator -(Lane16 a, Lane16 b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 operator *(Lane16 a, Lane16 b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 operator /(Lane16 a, Lane16 b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 operator -(Lane16 a) => new(-a._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Fma(Lane16 a, Lane16 b, Lane16 c) => new(Vector512.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref Lane16 sum, Lane16 a, Lane16 b)
        => sum._value = Vector512.FusedMultiplyAdd(a._value, b._value, sum._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref Lane16 sum, float* a, Lane16 b)
        => sum._value = Vector512.FusedMultiplyAdd(b._value, Vector512.Load(a), sum._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Sqrt(Lane16 a) => new(Vector512.Sqrt(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Abs(Lane16 a) => new(Vector512.Abs(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Max(Lane16 a, Lane16 b) => new(Vector512.Max(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Min(Lane16 a, Lane16 b) => new(Vector512.Min(a._value, b._value));

    // The processor's own maximum and minimum give the second where either is NaN or both are 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 AtLeast(Lane16 x, Lane16 bound) => new(Avx512F.IsSupported
        ? Avx512F.Max(bound._value, x._value)
        : Vector512.ConditionalSelect(Vector512.LessThan(x._value, bound._value), bound._value, x._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 AtMost(Lane16 x, Lane16 bound) => new(Avx512F.IsSupported
        ? Avx512F.Min(bound._value, x._value)
        : Vector512.ConditionalSelect(Vector512.GreaterThan(x._value, bound._value), bound._value, x._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 And(Lane16 a, Lane16 b) => new(a._value & b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Or(Lane16 a, Lane16 b) => new(a._value | b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyLess(Lane16 a, Lane16 b) => Vector512.LessThanAny(a._value, b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 IfPositive(Lane16 x, Lane16 then, Lane16 otherwise)
        => new(Vector512.ConditionalSelect(Vector512.GreaterThan(x._value, Vector512<float>.Zero), then._value, otherwise._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Scale(Lane16 a, Lane16 n)
    {
        if (Avx512F.IsSupported) { return new(Avx512F.Scale(a._value, n._value)); }

        // Two factors, because 2ⁿ alone leaves the range of a float below −126; only the second product can round.
        Vector512<int> whole = Vector512.ConvertToInt32(n._value), half = whole >> 1;
        Vector512<int> rest = whole - half, bias = Vector512.Create(127);
        return new(a._value * ((half + bias) << 23).AsSingle() * ((rest + bias) << 23).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 PowerOfTwo(Lane16 n) => new(((n._value.AsInt32() << 23) + Vector512.Create(127 << 23)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 PowerOfEighths(Lane16 eighths) => PowerOfTwo(ShiftRight(eighths, 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Floor(Lane16 a) => new(Vector512.Floor(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 ShiftRight(Lane16 a, int bits) => new((a._value.AsInt32() >>> bits).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Pick(float* eight, Lane16 place)
    {
        // One load writes the eight twice; a lane made of two halves would be put together by two more instructions. As four doubles
        // the compiler reads from the wrong place where an offset goes with the address (.NET 10, seen in native code).
        if (Avx512DQ.IsSupported)
        {
            Vector512<float> twice = Avx512DQ.BroadcastVector256ToVector512(eight);
            return new(Avx512F.PermuteVar16x32(twice, place._value.AsInt32()));
        }

        Vector256<float> table = Vector256.Load(eight);
        return new(Vector512.Shuffle(Vector512.Create(table, table), place._value.AsInt32() & Vector512.Create(7)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 PickOf16(float* sixteen, Lane16 place)
        => new(Avx512F.IsSupported
            ? Avx512F.PermuteVar16x32(Vector512.Load(sixteen), place._value.AsInt32())
            : Vector512.Shuffle(Vector512.Load(sixteen), place._value.AsInt32() & Vector512.Create(15)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane16 Exponent(Lane16 a)
        => new(Vector512.ConvertToSingle((a._value.AsInt32() >> 23) - Vector512.Create(127)));
}
