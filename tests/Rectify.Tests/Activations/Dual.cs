using Rectify.Accuracy;
using Rectify.Kernels;

namespace Rectify.Tests.Activations;

/// <summary>A number in double precision that carries its derivative: running a formula over it differentiates the formula.</summary>
internal readonly record struct Dual(double Value, double Slope) : ILane<Dual>
{
    public static implicit operator Dual(float value) => new(value, 0);
    public static Dual operator +(Dual a, Dual b) => new(a.Value + b.Value, a.Slope + b.Slope);
    public static Dual operator -(Dual a, Dual b) => new(a.Value - b.Value, a.Slope - b.Slope);
    public static Dual operator *(Dual a, Dual b) => new(a.Value * b.Value, a.Slope * b.Value + a.Value * b.Slope);
    public static Dual operator /(Dual a, Dual b) => new(a.Value / b.Value, (a.Slope - a.Value / b.Value * b.Slope) / b.Value);
    public static Dual operator -(Dual a) => new(-a.Value, -a.Slope);
    public static Dual Fma(Dual a, Dual b, Dual c) => a * b + c;
    public static Dual Sqrt(Dual a) => Chain(a, Math.Sqrt(a.Value), 0.5 / Math.Sqrt(a.Value));
    public static Dual Abs(Dual a) => a.Value < 0 ? -a : a;
    public static Dual Max(Dual a, Dual b) => a.Value > b.Value || double.IsNaN(a.Value) ? a : b;
    public static Dual Min(Dual a, Dual b) => a.Value < b.Value || double.IsNaN(a.Value) ? a : b;
    public static Dual AtLeast(Dual x, Dual bound) => x.Value < bound.Value ? bound : x;
    public static Dual AtMost(Dual x, Dual bound) => x.Value > bound.Value ? bound : x;
    public static Dual IfPositive(Dual x, Dual then, Dual otherwise) => x.Value > 0 ? then : otherwise;
    public static Dual Exp(Dual x) => Chain(x, Math.Exp(x.Value), Math.Exp(x.Value));
    public static Dual ExpM1(Dual x) => Chain(x, Precise.ExpM1(x.Value), Math.Exp(x.Value));
    public static Dual Log1P(Dual x) => Chain(x, Precise.Log1P(x.Value), 1 / (1 + x.Value));
    public static Dual Tanh(Dual x) => Chain(x, Precise.Tanh(x.Value), 1 / (Math.Cosh(x.Value) * Math.Cosh(x.Value)));
    public static Dual Sigmoid(Dual x) => Chain(x, Precise.Sigmoid(x.Value), Precise.Sigmoid(x.Value) * Precise.Sigmoid(-x.Value));
    public static Dual NormalCdf(Dual x) => Chain(x, Precise.NormalCdf(x.Value), Precise.NormalDensity(x.Value));
    public static Dual NormalDensity(Dual x) => Chain(x, Precise.NormalDensity(x.Value), -x.Value * Precise.NormalDensity(x.Value));

    // A number in double precision needs no low part.
    public static Decay<Dual> Decay(Pair<Dual> a) => new(new(Exp(-a.Rounded), 0), Decay<Dual>.Excess);
    public static Pair<Dual> ExpM1Parts(Dual x) => new(ExpM1(x), 0);

    // R′ = a·R − φ(0).
    public static Pair<Dual> NormalTailRatio(Dual a)
    {
        double ratio = Precise.NormalTailRatio(a.Value);
        return new(Chain(a, ratio, a.Value * ratio - Precise.NormalDensity(0)), 0);
    }

    private static Dual Chain(Dual inner, double value, double slope) => new(value, slope * inner.Slope);
}
