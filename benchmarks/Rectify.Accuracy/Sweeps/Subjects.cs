using System.Runtime.CompilerServices;
using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Accuracy;

/// <summary>All that is swept: the catalog with its defaults, and the elementary functions it is made of.</summary>
internal static class Subjects
{
    public static IReadOnlyList<Subject> All { get; } =
    [
        .. ActivationCatalog.All.Select(entry => Of(entry.Create())),
        new("exp", Measure.Of(new Exp(), Doubles.Exp), null),
        new("expm1", Measure.Of(new ExpM1(), Doubles.ExpM1), null),
        new("log1p", Measure.Of(new Log1P(), x => Doubles.Log1P(Doubles.Abs(x))), null),
        new("normal-cdf", Measure.Of(new NormalCdf(), Doubles.NormalCdf), null),
        new("normal-density", Measure.Of(new NormalDensity(), Doubles.NormalDensity), null),
    ];

    private static Subject Of(Activation activation)
        => new(activation.ToString(), Measure.Forward(activation), Measure.Derivative(activation));

    private readonly struct Exp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.Exp(x);
    }

    private readonly struct ExpM1 : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.ExpM1(x);
    }

    // Of |x|, because it is made for numbers that are not negative.
    private readonly struct Log1P : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.Log1P(T.Abs(x));
    }

    private readonly struct NormalCdf : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.NormalCdf(x);
    }

    private readonly struct NormalDensity : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.NormalDensity(x);
    }
}
