using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Sums, products and multiples of whole spans. Lengths must agree.</summary>
internal static class Arithmetic
{
    /// <summary>target[i] += x[i]</summary>
    public static void Add(Span<float> target, ReadOnlySpan<float> x) => Elementwise.Map(new Plus(), target, x, target);

    /// <summary>target[r, i] += x[i], in rows of as many numbers as x.</summary>
    public static void AddToRows(Span<float> target, ReadOnlySpan<float> x)
    {
        if (target.IsEmpty) { return; }
        Lengths.Rows(target, x.Length);
        for (int start = 0; start < target.Length; start += x.Length) { Add(target.Slice(start, x.Length), x); }
    }

    /// <summary>result[i] = x[i] + y[i]</summary>
    public static void Add(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> result) => Elementwise.Map(new Plus(), x, y, result);

    /// <summary>target[i] += factor·x[i], rounded once.</summary>
    public static void AddScaled(Span<float> target, float factor, ReadOnlySpan<float> x)
        => Elementwise.Map(new PlusScaled(factor), target, x, target);

    /// <summary>target[i] *= x[i]</summary>
    public static void Multiply(Span<float> target, ReadOnlySpan<float> x) => Elementwise.Map(new Times(), target, x, target);

    /// <summary>target[i] *= factor</summary>
    public static void Scale(Span<float> target, float factor) => Elementwise.Map(new ScaledBy(factor), target, target);

    /// <summary>result[i] = x[i]·y[i]</summary>
    public static void Multiply(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> result)
        => Elementwise.Map(new Times(), x, y, result);

    /// <summary>result[i] = x[i] − y[i]</summary>
    public static void Subtract(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> result)
        => Elementwise.Map(new Minus(), x, y, result);

    /// <summary>result[i] = x[i]·y[i] + z[i], rounded once.</summary>
    public static void MultiplyAdd(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z, Span<float> result)
        => Elementwise.Map(new TimesPlus(), x, y, z, result);

    /// <summary>result[i] = x[i] + constant</summary>
    public static void AddConstant(ReadOnlySpan<float> x, float constant, Span<float> result)
        => Elementwise.Map(new PlusConstant(constant), x, result);

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

    private readonly struct Minus : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => x - y;
    }

    private readonly struct TimesPlus : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T y, T z) where T : struct, ISimdLane<T>, ILane<T> => T.Fma(x, y, z);
    }

    private readonly struct PlusConstant(float constant) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => x + constant;
    }
}
