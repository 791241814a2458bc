using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Rectify.Kernels;

/// <summary>One float: the tail of a buffer, a point on a plot, a machine without vectors.</summary>
internal unsafe struct Lane1 : ISimdLane<Lane1>
{
    private float _value;

    private Lane1(float value) => _value = value;

    public readonly float Value => _value;
    public static int Count => 1;
    public static int Registers => Avx512F.VL.IsSupported || AdvSimd.Arm64.IsSupported ? 32 : 16;

    public static Lane1 Load(float* source) => new(*source);
    public static void Store(Lane1 value, float* target) => *target = value._value;
    public static void LoadColumns(float* source, nint column, out Lane1 first, out Lane1 second, out Lane1 third, out Lane1 fourth)
        => (first, second, third, fourth) = (source[0], source[1], source[2], source[3]);

    public static void StoreAround(Lane1 value, float* target) => *target = value._value;

    public static implicit operator Lane1(float value) => new(value);
    public static Lane1 operator +(Lane1 a, Lane1 b) => new(a._value + b._value);
    public static Lane1 operator -(Lane1 a, Lane1 b) => new(a._value - b._value);
    public static Lane1 operator *(Lane1 a, Lane1 b) => new(a._value * b._value);
    public static Lane1 operator /(Lane1 a, Lane1 b) => new(a._value / b._value);
    public static Lane1 operator -(Lane1 a) => new(-a._value);
    public static Lane1 Fma(Lane1 a, Lane1 b, Lane1 c) => new(MathF.FusedMultiplyAdd(a._value, b._value, c._value));
    public static void AddProduct(ref Lane1 sum, Lane1 a, Lane1 b) => sum._value = MathF.FusedMultiplyAdd(a._value, b._value, sum._value);
    public static void AddProduct(ref Lane1 sum, float* a, Lane1 b) => sum._value = MathF.FusedMultiplyAdd(*a, b._value, sum._value);
    public static Lane1 Sqrt(Lane1 a) => new(MathF.Sqrt(a._value));
    public static Lane1 Abs(Lane1 a) => new(MathF.Abs(a._value));
    public static Lane1 Max(Lane1 a, Lane1 b) => new(MathF.Max(a._value, b._value));
    public static Lane1 Min(Lane1 a, Lane1 b) => new(MathF.Min(a._value, b._value));
    public static Lane1 AtLeast(Lane1 x, Lane1 bound) => x._value < bound._value ? bound : x;
    public static Lane1 AtMost(Lane1 x, Lane1 bound) => x._value > bound._value ? bound : x;
    public static bool AnyLess(Lane1 a, Lane1 b) => a._value < b._value;

    public static Lane1 And(Lane1 a, Lane1 b)
        => new(BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(a._value) & BitConverter.SingleToInt32Bits(b._value)));

    public static Lane1 Or(Lane1 a, Lane1 b)
        => new(BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(a._value) | BitConverter.SingleToInt32Bits(b._value)));

    // In a register's first place, because the processor guesses a branch wrong half of the time where data decides it.
    public static Lane1 IfPositive(Lane1 x, Lane1 then, Lane1 otherwise) => new(Vector128.ConditionalSelect(
        Vector128.GreaterThan(Vector128.CreateScalarUnsafe(x._value), Vector128<float>.Zero),
        Vector128.CreateScalarUnsafe(then._value),
        Vector128.CreateScalarUnsafe(otherwise._value)).ToScalar());

    // Two factors, because 2ⁿ alone leaves the range of a float below −126; only the second product can round.
    public static Lane1 Scale(Lane1 a, Lane1 n)
    {
        int whole = (int)n._value, half = whole >> 1, rest = whole - half;
        return new(a._value * BitConverter.Int32BitsToSingle((half + 127) << 23) * BitConverter.Int32BitsToSingle((rest + 127) << 23));
    }

    public static Lane1 PowerOfTwo(Lane1 n)
        => new(BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits(n._value) << 23) + (127 << 23)));

    public static Lane1 PowerOfEighths(Lane1 eighths) => PowerOfTwo(ShiftRight(eighths, 3));

    public static Lane1 Floor(Lane1 a) => new(MathF.Floor(a._value));

    public static Lane1 ShiftRight(Lane1 a, int bits)
        => new(BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(a._value) >>> bits));

    public static Lane1 Pick(float* eight, Lane1 place) => new(eight[BitConverter.SingleToInt32Bits(place._value) & 7]);

    public static Lane1 PickOf16(float* sixteen, Lane1 place) => new(sixteen[BitConverter.SingleToInt32Bits(place._value) & 15]);

    public static Lane1 Exponent(Lane1 a) => new((BitConverter.SingleToInt32Bits(a._value) >> 23) - 127);
}
