using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Sums, products and multiples of whole spans. Lengths must agree.</summary>
internal static class Arithmetic
{
    /// <summary>target[i] += x[i]</summary>
    public static void Add(Span<float> target, ReadOnlySpan<float> x) => Elementwise.Map(new Plus(), target, x, target);

    /// <summary>target[i] += factor·x[i], rounded once.</summary>
    public static void AddScaled(Span<float> target, float factor, ReadOnlySpan<float> x)
        => Elementwise.Map(new PlusScaled(factor), target, x, target);

    /// <summary>target[i] *= x[i]</summary>
    public static void Multiply(Span<float> target, ReadOnlySpan<float> x) => Elementwise.Map(new Times(), target, x, target);

    /// <summary>target[i] *= factor</summary>
    public static void Scale(Span<float> target, float factor) => Elementwise.Map(new ScaledBy(factor), target, target);

    private readonly struct Plus : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => x + y;
    }

    private readonly struct PlusScaled(float factor) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => T.Fma(factor, y, x);
    }

    private readonly struct Times : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => x * y;
    }

    private readonly struct ScaledBy(float factor) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => x * factor;
    }
}
