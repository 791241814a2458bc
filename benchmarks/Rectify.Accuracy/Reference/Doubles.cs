using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Rectify.Kernels;

namespace Rectify.Accuracy;

/// <summary>
/// Four numbers in double precision: a lane, so that any definition of an activation can be run over it and gives the reference that
/// single precision is judged by. Its functions are right to about 1e-14.
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

    public static Doubles Exp(Doubles x) => Each(x, Math.Exp);
    public static Doubles ExpM1(Doubles x) => Each(x, Precise.ExpM1);
    public static Doubles Log1P(Doubles x) => Each(x, Precise.Log1P);
    public static Doubles Tanh(Doubles x) => Each(x, Precise.Tanh);
    public static Doubles Sigmoid(Doubles x) => Each(x, Precise.Sigmoid);
    public static Doubles NormalCdf(Doubles x) => Each(x, Precise.NormalCdf);
    public static Doubles NormalDensity(Doubles x) => Each(x, Precise.NormalDensity);

    // A number in double precision needs no low part, and e to −110 is no denormal.
    public static Decay<Doubles> Decay(Pair<Doubles> a) => new(new(Exp(-a.Rounded), 0), Decay<Doubles>.Excess);
    public static Pair<Doubles> SigmoidTail(Pair<Doubles> a) => new(Decay<Doubles>.Excess / (1 + Exp(a.Rounded)), 0);
    public static Pair<Doubles> ExpM1Parts(Doubles x) => new(ExpM1(x), 0);
    public static Pair<Doubles> Log1PParts(Pair<Doubles> x) => new(Log1P(x.Rounded), 0);
    public static Pair<Doubles> NormalTailRatio(Doubles a) => new(Each(a, FastTailRatio.At), 0);

    private static Doubles Each(Doubles x, Func<double, double> f)
        => new(Vector256.Create(f(x.Values[0]), f(x.Values[1]), f(x.Values[2]), f(x.Values[3])));
}
