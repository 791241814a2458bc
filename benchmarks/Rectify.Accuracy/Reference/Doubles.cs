using System.Runtime.Intrinsics;
using Rectify.Kernels;

namespace Rectify.Accuracy;

/// <summary>
/// Four numbers in double precision: a lane, so that any definition of an activation can be run over it and gives the reference that
/// single precision is judged by. Its functions are right to about 1e-13, and quick enough for all floats.
/// </summary>
internal readonly struct Doubles(Vector256<double> values) : ILane<Doubles>
{
    public const int Count = 4;

    private const double OneOverRootOfTwoPi = 0.3989422804014327;

    public Vector256<double> Values => values;

    public static implicit operator Doubles(float value) => new(Vector256.Create((double)value));
    public static Doubles operator +(Doubles a, Doubles b) => new(a.Values + b.Values);
    public static Doubles operator -(Doubles a, Doubles b) => new(a.Values - b.Values);
    public static Doubles operator *(Doubles a, Doubles b) => new(a.Values * b.Values);
    public static Doubles operator /(Doubles a, Doubles b) => new(a.Values / b.Values);
    public static Doubles operator -(Doubles a) => new(-a.Values);
    public static Doubles Fma(Doubles a, Doubles b, Doubles c) => new(Vector256.FusedMultiplyAdd(a.Values, b.Values, c.Values));
    public static Doubles Sqrt(Doubles a) => new(Vector256.Sqrt(a.Values));
    public static Doubles Abs(Doubles a) => new(Vector256.Abs(a.Values));
    public static Doubles Max(Doubles a, Doubles b) => new(Vector256.Max(a.Values, b.Values));
    public static Doubles Min(Doubles a, Doubles b) => new(Vector256.Min(a.Values, b.Values));

    public static Doubles AtLeast(Doubles x, Doubles bound)
        => new(Vector256.ConditionalSelect(Vector256.LessThan(x.Values, bound.Values), bound.Values, x.Values));

    public static Doubles AtMost(Doubles x, Doubles bound)
        => new(Vector256.ConditionalSelect(Vector256.GreaterThan(x.Values, bound.Values), bound.Values, x.Values));

    public static Doubles IfPositive(Doubles x, Doubles then, Doubles otherwise)
        => new(Vector256.ConditionalSelect(Vector256.GreaterThan(x.Values, Vector256<double>.Zero), then.Values, otherwise.Values));

    // Stopped where it is infinite or 0 to any float: beyond, the platform computes one number at a time.
    public static Doubles Exp(Doubles x) => new(Vector256.Exp(AtMost(AtLeast(x, -700), 700).Values));

    // Near 0 by the series, whose next term is below 1e-16 of the first.
    public static Doubles ExpM1(Doubles x)
        => IfPositive(Abs(x) - 0.002f, Exp(x) - 1, x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5)))));

    // Kahan: what rounding 1 + x loses is given back.
    public static Doubles Log1P(Doubles x)
    {
        Doubles sum = 1 + x, rounded = sum - 1;
        Doubles log = new(Vector256.Log(AtMost(sum, float.MaxValue).Values));
        return IfPositive(rounded, IfPositive(rounded - float.MaxValue, x, log * (x / rounded)), x);
    }

    // m/(2 + m) with m = e^(2|x|) − 1, which is 1 to the last bit beyond 20.
    public static Doubles Tanh(Doubles x)
    {
        Doubles m = ExpM1(2 * AtMost(Abs(x), 20)), y = m / (2 + m);
        return IfPositive(x, y, -y);
    }

    public static Doubles Sigmoid(Doubles x)
    {
        Doubles e = Exp(-Abs(x));
        return IfPositive(x, 1, e) / (1 + e);
    }

    public static Doubles NormalDensity(Doubles x) => new Doubles(Vector256.Create(OneOverRootOfTwoPi)) * Exp(-(x * x / 2));

    public static Doubles NormalCdf(Doubles x)
    {
        Doubles a = AtMost(Abs(x), 15), tail = NormalTailRatio(a).High * Exp(-(a * a / 2));
        return IfPositive(x, 1 - tail, IfPositive(-15 - x, 0, tail));
    }

    // A number in double precision needs no low part, and e to −110 is no denormal.
    public static Decay<Doubles> Decay(Pair<Doubles> a) => new(new(Exp(-a.Rounded), 0), Decay<Doubles>.Excess);
    public static Pair<Doubles> ExpM1Parts(Doubles x) => new(ExpM1(x), 0);

    public static Pair<Doubles> NormalTailRatio(Doubles a) => new(
        new(Vector256.Create(
            FastTailRatio.At(a.Values[0]), FastTailRatio.At(a.Values[1]), FastTailRatio.At(a.Values[2]), FastTailRatio.At(a.Values[3]))),
        0);


}
