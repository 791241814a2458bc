using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

/// <summary>Every operation of a lane is that of single numbers, in every place.</summary>
public sealed class LaneTests
{
    private static readonly float[] s_numbers = [.. SampleFloats.Edges, .. SampleFloats.Even(4, 41)];

    // Each number beside each, so that the places of a lane hold different ones.
    private static readonly float[] s_x = [.. from x in s_numbers from _ in s_numbers select x];
    private static readonly float[] s_y = [.. from _ in s_numbers from y in s_numbers select y];
    private static readonly float[] s_z = [.. s_y.Reverse()];

    public static TheoryData<int> Widths => [1, 4, 8, 16];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Of_one_number(int width)
    {
        Is<Negative>(width, s_x, x => -x);
        Is<Root>(width, s_x, MathF.Sqrt);
        Is<Absolute>(width, s_x, MathF.Abs);
        Is<Whole>(width, s_x, MathF.Floor);
        Is<Moved>(width, s_x, x => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(x) >> 3));
        Is<Power>(width, [.. s_x.Where(x => x >= 1.2e-38f && float.IsFinite(x))], x => MathF.ILogB(x));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Of_two_numbers(int width)
    {
        Is<Sum>(width, (x, y) => x + y);
        Is<Difference>(width, (x, y) => x - y);
        Is<Product>(width, (x, y) => x * y);
        Is<Quotient>(width, (x, y) => x / y);
        Is<Larger>(width, MathF.Max);
        Is<Smaller>(width, MathF.Min);
        Is<NotBelow>(width, (x, bound) => x < bound ? bound : x);
        Is<NotAbove>(width, (x, bound) => x > bound ? bound : x);
        Is<Both>(width, (x, y) => Bits(x, y, (a, b) => a & b));
        Is<Either>(width, (x, y) => Bits(x, y, (a, b) => a | b));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Of_three_numbers(int width)
    {
        Is<ProductAndSum>(width, MathF.FusedMultiplyAdd);
        Is<SumInPlace>(width, MathF.FusedMultiplyAdd);
        Is<Choice>(width, (x, then, otherwise) => x > 0 ? then : otherwise);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Powers_of_2_and_of_its_eighth_root_are_read_from_what_rounding_leaves(int width)
    {
        const float Rounder = 12582912;
        int[] powers = [.. Enumerable.Range(-126, 254)];
        foreach (int turn in (int[])[0, 1, -3])
        {
            float[] wholes = [.. powers.Select(n => n + Rounder + 512 * turn)];
            float[] eighths = [.. powers.Select(n => 8 * n + (n & 7) + Rounder + 4096 * turn)];
            Is<PowerOfTwo>(width, wholes, n => MathF.ScaleB(1, (int)(n - Rounder - 512 * turn)));
            Is<PowerOfEighths>(width, eighths, n => MathF.ScaleB(1, (int)MathF.Floor((n - Rounder - 4096 * turn) / 8)));
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_number_is_scaled_by_a_power_of_2_and_rounded_once(int width)
    {
        float[] powers = [.. Enumerable.Range(-200, 451)], numbers = [.. powers.Select(n => (n < 0 ? -1.2345678f : 1.9999999f) - n / 1024)];
        Check<OfFirstTwo<Scaled>>(
            width, numbers, powers, powers, [.. numbers.Zip(powers, (number, n) => (float)(number * Math.Pow(2, n)))], nameof(Scaled));
    }

    [Fact]
    public void A_pair_of_lanes_is_one_of_twice_the_width()
    {
        AreThoseOfOne<LanePair<Lane4>>();
        AreThoseOfOne<LanePair<Lane8>>();
        AreThoseOfOne<LanePair<Lane16>>();
        Assert.Equal((8, 16, 32), (LanePair<Lane4>.Count, LanePair<Lane8>.Count, LanePair<Lane16>.Count));
        Assert.Equal(Lane8.Registers / 2, LanePair<Lane8>.Registers);
    }

    [Fact]
    public void A_lane_has_as_many_numbers_as_its_name_says()
        => Assert.Equal((1, 4, 8, 16), (Lane1.Count, Lane4.Count, Lane8.Count, Lane16.Count));

    [Fact]
    public void One_place_that_is_less_is_enough_and_none_is_not()
    {
        AssertAnyLess<Lane1>();
        AssertAnyLess<Lane4>();
        AssertAnyLess<Lane8>();
        AssertAnyLess<Lane16>();
        AssertAnyLess<LanePair<Lane8>>();
    }

    // The same number in all places: lanes that are no register wide have no other way in.
    private static void AreThoseOfOne<T>() where T : struct, ISimdLane<T>, ILane<T>
    {
        foreach (float x in (float[])[-2.5f, -0.75f, 0.5f, 3, 100])
        {
            foreach (float y in (float[])[-3, -0.5f, 0.25f, 3, 70])
            {
                foreach ((Lane1 one, T lane) in Values<Lane1>(x, y).Zip(Values<T>(x, y)))
                {
                    Assert.False(T.AnyLess(lane, one.Value) || T.AnyLess(one.Value, lane));
                }
            }
        }
    }

    private static IEnumerable<T> Values<T>(float x, float y) where T : struct, ISimdLane<T>, ILane<T>
    {
        T a = x, b = y, sum = 0.5f;
        T.AddProduct(ref sum, a, b);
        return
        [
            a + b, a - b, a * b, a / b, -a, T.Fma(a, b, 7), sum, T.Sqrt(T.Abs(a)), T.Max(a, b), T.Min(a, b), T.AtLeast(a, b),
            T.AtMost(a, b), T.And(a, b), T.Or(a, -0f), T.IfPositive(a, b, 9), T.Scale(a, 3), T.PowerOfTwo(12582912 - 5f),
            T.PowerOfEighths(12582912 - 41f), T.Floor(a), T.Exponent(T.Abs(a)), T.ShiftRight(a, 2) + 1,
        ];
    }

    private static void AssertAnyLess<T>() where T : struct, ISimdLane<T>, ILane<T>
    {
        Assert.True(T.AnyLess(1, 2));
        Assert.False(T.AnyLess(2, 2));
        Assert.False(T.AnyLess(3, 2));
        Assert.False(T.AnyLess(float.NaN, 2));
    }

    private static void Is<TUnary>(int width, float[] x, Func<float, float> expected) where TUnary : struct, IUnary
        => Check<OfFirst<TUnary>>(width, x, x, x, [.. x.Select(expected)], typeof(TUnary).Name);

    private static void Is<TBinary>(int width, Func<float, float, float> expected) where TBinary : struct, IBinary
        => Check<OfFirstTwo<TBinary>>(width, s_x, s_y, s_y, [.. s_x.Zip(s_y, expected)], typeof(TBinary).Name);

    private static void Is<TTernary>(int width, Func<float, float, float, float> expected) where TTernary : struct, ITernary
        => Check<TTernary>(width, s_x, s_y, s_z, [.. s_x.Select((x, i) => expected(x, s_y[i], s_z[i]))], typeof(TTernary).Name);

    // In rows of 16 columns two lanes of 8 are taken as a pair.
    private static void Check<TTernary>(int width, float[] x, float[] y, float[] z, float[] expected, string name)
        where TTernary : struct, ITernary
    {
        const int Columns = 16;
        float[] result = new float[x.Length];
        Elementwise.Map(default(TTernary), x, y, z, result, width);
        Assert.True(SampleFloats.SameBits(expected, result), name);

        int whole = x.Length / Columns * Columns;
        float[] inColumns = new float[whole];
        new ColumnRange(inColumns, Columns).Set(default(TTernary), Range(x), Range(y), Range(z), width);
        Assert.True(SampleFloats.SameBits(expected.AsSpan(..whole), inColumns), $"{name} in columns");

        ColumnRange Range(float[] values) => new(values.AsSpan(..whole), Columns);
    }

    private static float Bits(float x, float y, Func<uint, uint, uint> combined)
        => BitConverter.UInt32BitsToSingle(combined(BitConverter.SingleToUInt32Bits(x), BitConverter.SingleToUInt32Bits(y)));

    private readonly struct Negative : IUnary { public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => -x; }
    private readonly struct Root : IUnary { public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.Sqrt(x); }
    private readonly struct Absolute : IUnary { public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.Abs(x); }
    private readonly struct Whole : IUnary { public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.Floor(x); }
    private readonly struct Moved : IUnary { public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.ShiftRight(x, 3); }
    private readonly struct Power : IUnary { public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.Exponent(x); }
    private readonly struct PowerOfTwo : IUnary { public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.PowerOfTwo(x); }

    private readonly struct PowerOfEighths : IUnary
    {
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.PowerOfEighths(x);
    }

    private readonly struct Sum : IBinary { public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => x + y; }
    private readonly struct Difference : IBinary { public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => x - y; }
    private readonly struct Product : IBinary { public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => x * y; }
    private readonly struct Quotient : IBinary { public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => x / y; }
    private readonly struct Larger : IBinary { public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => T.Max(x, y); }
    private readonly struct Smaller : IBinary { public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => T.Min(x, y); }
    private readonly struct NotBelow : IBinary { public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => T.AtLeast(x, y); }
    private readonly struct NotAbove : IBinary { public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => T.AtMost(x, y); }
    private readonly struct Both : IBinary { public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => T.And(x, y); }
    private readonly struct Either : IBinary { public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => T.Or(x, y); }
    private readonly struct Scaled : IBinary { public T Invoke<T>(T x, T n) where T : struct, ISimdLane<T>, ILane<T> => T.Scale(x, n); }

    private readonly struct OfFirst<TUnary> : ITernary where TUnary : struct, IUnary
    {
        public T Invoke<T>(T x, T y, T z) where T : struct, ISimdLane<T>, ILane<T> => default(TUnary).Invoke(x);
    }

    private readonly struct OfFirstTwo<TBinary> : ITernary where TBinary : struct, IBinary
    {
        public T Invoke<T>(T x, T y, T z) where T : struct, ISimdLane<T>, ILane<T> => default(TBinary).Invoke(x, y);
    }

    private readonly struct ProductAndSum : ITernary
    {
        public T Invoke<T>(T x, T y, T z) where T : struct, ISimdLane<T>, ILane<T> => T.Fma(x, y, z);
    }

    private readonly struct SumInPlace : ITernary
    {
        public T Invoke<T>(T x, T y, T z) where T : struct, ISimdLane<T>, ILane<T>
        {
            T.AddProduct(ref z, x, y);
            return z;
        }
    }

    private readonly struct Choice : ITernary
    {
        public T Invoke<T>(T x, T y, T z) where T : struct, ISimdLane<T>, ILane<T> => T.IfPositive(x, y, z);
    }
}
