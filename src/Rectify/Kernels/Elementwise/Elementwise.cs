using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Rectify.Kernels;

/// <summary>
/// Maps functions over spans. Lengths must agree; the result may be the same memory as an input, but may not overlap one in part.
/// </summary>
internal static unsafe class Elementwise
{
    /// <summary>The widest lane this machine computes in one instruction: 16, 8, 4 or 1. It changes no bit of any result.</summary>
    public static int Width { get; } =
        Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : Vector128.IsHardwareAccelerated ? 4 : 1;

    // Read before the first loop is compiled, the place of the tables is a constant in all loops.
    static unsafe Elementwise() => _ = *CurveTables.Rows;

    /// <summary>result[i] = f(x[i])</summary>
    public static void Map<TUnary>(TUnary f, ReadOnlySpan<float> x, Span<float> result) where TUnary : struct, IUnary
        => Map(f, x, result, Width);

    /// <summary>result[i] = f(x[i], y[i])</summary>
    public static void Map<TBinary>(TBinary f, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> result)
        where TBinary : struct, IBinary
        => Map(f, x, y, result, Width);

    /// <summary>result[i] = f(x[i], y[i], z[i])</summary>
    public static void Map<TTernary>(
        TTernary f, ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z, Span<float> result)
        where TTernary : struct, ITernary
        => Map(f, x, y, z, result, Width);

    /// <summary>result[i] = f(x[i])·y[i]</summary>
    public static void MapProduct<TUnary>(TUnary f, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> result)
        where TUnary : struct, IUnary
        => MapProduct(f, x, y, result, Width);

    /// <summary>x[r, i] += bias[i], then result[r, i] = f(x[r, i]), in one pass over rows of as many numbers as the bias.</summary>
    public static void MapBiased<TUnary>(TUnary f, Span<float> x, ReadOnlySpan<float> bias, Span<float> result)
        where TUnary : struct, IUnary
        => MapBiased(f, x, bias, result, Width);

    internal static void Map<TUnary>(TUnary f, ReadOnlySpan<float> x, Span<float> result, int width) where TUnary : struct, IUnary
    {
        CheckLength(x.Length, result.Length);
        CheckPlace(x, result);
        fixed (float* px = x, pr = result)
        {
            if (AroundCaches.IsBetter(pr, px, px, x.Length, width)) { Map<TUnary, AroundCaches>(f, px, pr, x.Length, width); }
            else { Map<TUnary, ThroughCaches>(f, px, pr, x.Length, width); }
        }
    }

    internal static void Map<TBinary>(TBinary f, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> result, int width)
        where TBinary : struct, IBinary
    {
        CheckLength(x.Length, y.Length);
        CheckLength(x.Length, result.Length);
        CheckPlace(x, result);
        CheckPlace(y, result);
        fixed (float* px = x, py = y, pr = result)
        {
            if (AroundCaches.IsBetter(pr, px, py, x.Length, width)) { Map<TBinary, AroundCaches>(f, px, py, pr, x.Length, width); }
            else { Map<TBinary, ThroughCaches>(f, px, py, pr, x.Length, width); }
        }
    }

    internal static void MapProduct<TUnary>(TUnary f, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> result, int width)
        where TUnary : struct, IUnary
    {
        CheckLength(x.Length, y.Length);
        CheckLength(x.Length, result.Length);
        CheckPlace(x, result);
        CheckPlace(y, result);
        fixed (float* px = x, py = y, pr = result)
        {
            if (AroundCaches.IsBetter(pr, px, py, x.Length, width)) { Product<TUnary, AroundCaches>(f, px, py, pr, x.Length, width); }
            else { Product<TUnary, ThroughCaches>(f, px, py, pr, x.Length, width); }
        }
    }

    internal static void Map<TTernary>(
        TTernary f, ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z, Span<float> result, int width)
        where TTernary : struct, ITernary
    {
        CheckLength(x.Length, y.Length);
        CheckLength(x.Length, z.Length);
        CheckLength(x.Length, result.Length);
        CheckPlace(x, result);
        CheckPlace(y, result);
        CheckPlace(z, result);
        fixed (float* px = x, py = y, pz = z, pr = result)
        {
            switch (width)
            {
                case 16: Loop<TTernary, Lane16>(f, px, py, pz, pr, x.Length); break;
                case 8: Loop<TTernary, Lane8>(f, px, py, pz, pr, x.Length); break;
                case 4: Loop<TTernary, Lane4>(f, px, py, pz, pr, x.Length); break;
                default: Loop<TTernary, Lane1>(f, px, py, pz, pr, x.Length); break;
            }
        }
    }

    internal static void MapBiased<TUnary>(TUnary f, Span<float> x, ReadOnlySpan<float> bias, Span<float> result, int width)
        where TUnary : struct, IUnary
    {
        if (!x.IsEmpty) { Lengths.Rows(x, bias.Length); }
        CheckLength(x.Length, result.Length);
        CheckPlace(x, result);
        fixed (float* px = x, pb = bias, pr = result)
        {
            for (int start = 0; start < x.Length; start += bias.Length)
            {
                switch (width)
                {
                    case 16: BiasedLoop<TUnary, Lane16>(f, px + start, pb, pr + start, bias.Length); break;
                    case 8: BiasedLoop<TUnary, Lane8>(f, px + start, pb, pr + start, bias.Length); break;
                    case 4: BiasedLoop<TUnary, Lane4>(f, px + start, pb, pr + start, bias.Length); break;
                    default: BiasedLoop<TUnary, Lane1>(f, px + start, pb, pr + start, bias.Length); break;
                }
            }
        }
    }

    private static void Map<TUnary, TStore>(TUnary f, float* x, float* result, int length, int width)
        where TUnary : struct, IUnary where TStore : struct, IStore
    {
        switch (width)
        {
            case 16: Loop<TUnary, TStore, Lane16>(f, x, result, length); break;
            case 8: Loop<TUnary, TStore, Lane8>(f, x, result, length); break;
            case 4: Loop<TUnary, TStore, Lane4>(f, x, result, length); break;
            default: Loop<TUnary, TStore, Lane1>(f, x, result, length); break;
        }
    }

    private static void Map<TBinary, TStore>(TBinary f, float* x, float* y, float* result, int length, int width)
        where TBinary : struct, IBinary where TStore : struct, IStore
    {
        switch (width)
        {
            case 16: Loop<TBinary, TStore, Lane16>(f, x, y, result, length); break;
            case 8: Loop<TBinary, TStore, Lane8>(f, x, y, result, length); break;
            case 4: Loop<TBinary, TStore, Lane4>(f, x, y, result, length); break;
            default: Loop<TBinary, TStore, Lane1>(f, x, y, result, length); break;
        }
    }

    private static void Product<TUnary, TStore>(TUnary f, float* x, float* y, float* result, int length, int width)
        where TUnary : struct, IUnary where TStore : struct, IStore
    {
        switch (width)
        {
            case 16: ProductLoop<TUnary, TStore, Lane16>(f, x, y, result, length); break;
            case 8: ProductLoop<TUnary, TStore, Lane8>(f, x, y, result, length); break;
            case 4: ProductLoop<TUnary, TStore, Lane4>(f, x, y, result, length); break;
            default: ProductLoop<TUnary, TStore, Lane1>(f, x, y, result, length); break;
        }
    }

    // One vector an iteration: more bodies at once exhaust the JIT's inlining budget, and the processor overlaps them anyway. The rest
    // has a method and so a budget of its own.
    [MethodImpl(Compiled.Alone)]
    private static void Loop<TUnary, TStore, T>(TUnary f, float* x, float* result, int length)
        where TUnary : struct, IUnary where TStore : struct, IStore where T : struct, ISimdLane<T>, ILane<T>
    {
        int i = 0;
        for (; i <= length - T.Count; i += T.Count) { TStore.Store(f.Invoke(T.Load(x + i)), result + i); }
        if (i < length) { Rest<TUnary, T>(f, x + i, result + i, length - i); }
    }

    [MethodImpl(Compiled.Alone)]
    private static void Loop<TBinary, TStore, T>(TBinary f, float* x, float* y, float* result, int length)
        where TBinary : struct, IBinary where TStore : struct, IStore where T : struct, ISimdLane<T>, ILane<T>
    {
        int i = 0;
        for (; i <= length - T.Count; i += T.Count) { TStore.Store(f.Invoke(T.Load(x + i), T.Load(y + i)), result + i); }
        if (i < length) { Rest<TBinary, T>(f, x + i, y + i, result + i, length - i); }
    }

    // y is read after the function is computed: where that makes a call, y would have to be kept in memory meanwhile.
    [MethodImpl(Compiled.Alone)]
    private static void ProductLoop<TUnary, TStore, T>(TUnary f, float* x, float* y, float* result, int length)
        where TUnary : struct, IUnary where TStore : struct, IStore where T : struct, ISimdLane<T>, ILane<T>
    {
        int i = 0;
        for (; i <= length - T.Count; i += T.Count) { TStore.Store(f.Invoke(T.Load(x + i)) * T.Load(y + i), result + i); }
        if (i < length) { StorePart(f.Invoke(LoadPart<T>(x + i, length - i)) * LoadPart<T>(y + i, length - i), result + i, length - i); }
    }

    [MethodImpl(Compiled.Alone)]
    private static void Loop<TTernary, T>(TTernary f, float* x, float* y, float* z, float* result, int length)
        where TTernary : struct, ITernary where T : struct, ISimdLane<T>, ILane<T>
    {
        int i = 0;
        for (; i <= length - T.Count; i += T.Count)
        {
            T.Store(f.Invoke(T.Load(x + i), T.Load(y + i), T.Load(z + i)), result + i);
        }
        if (i == length) { return; }

        T lastX = LoadPart<T>(x + i, length - i), lastY = LoadPart<T>(y + i, length - i), lastZ = LoadPart<T>(z + i, length - i);
        StorePart(f.Invoke(lastX, lastY, lastZ), result + i, length - i);
    }

    [MethodImpl(Compiled.Alone)]
    private static void BiasedLoop<TUnary, T>(TUnary f, float* x, float* bias, float* result, int length)
        where TUnary : struct, IUnary where T : struct, ISimdLane<T>, ILane<T>
    {
        int i = 0;
        for (; i <= length - T.Count; i += T.Count)
        {
            T sum = T.Load(x + i) + T.Load(bias + i);
            T.Store(sum, x + i);
            T.Store(f.Invoke(sum), result + i);
        }
        if (i == length) { return; }

        StorePart(LoadPart<T>(x + i, length - i) + LoadPart<T>(bias + i, length - i), x + i, length - i);
        Rest<TUnary, T>(f, x + i, result + i, length - i);
    }

    // What is left over goes through a padded buffer, because an overlapping last vector would be wrong in place.
    [MethodImpl(Compiled.Alone)]
    private static void Rest<TUnary, T>(TUnary f, float* x, float* result, int length)
        where TUnary : struct, IUnary where T : struct, ISimdLane<T>, ILane<T>
        => StorePart(f.Invoke(LoadPart<T>(x, length)), result, length);

    [MethodImpl(Compiled.Alone)]
    private static void Rest<TBinary, T>(TBinary f, float* x, float* y, float* result, int length)
        where TBinary : struct, IBinary where T : struct, ISimdLane<T>, ILane<T>
        => StorePart(f.Invoke(LoadPart<T>(x, length), LoadPart<T>(y, length)), result, length);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T LoadPart<T>(float* source, int count) where T : struct, ISimdLane<T>, ILane<T>
    {
        float* buffer = stackalloc float[16];
        for (int i = 0; i < count; i++) { buffer[i] = source[i]; }
        return T.Load(buffer);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StorePart<T>(T value, float* target, int count) where T : struct, ISimdLane<T>, ILane<T>
    {
        float* buffer = stackalloc float[16];
        T.Store(value, buffer);
        for (int i = 0; i < count; i++) { target[i] = buffer[i]; }
    }

    private static void CheckLength(int expected, int actual)
    {
        if (actual == expected) { return; }
        throw new ArgumentException($"The spans must be equally long, but one holds {expected} numbers and another {actual}.");
    }

    // A result that begins within an input would overwrite what is still to be read.
    private static void CheckPlace(ReadOnlySpan<float> x, ReadOnlySpan<float> result)
    {
        if (!x.Overlaps(result, out int offset) || offset == 0) { return; }
        throw new ArgumentException($"The result begins {Math.Abs(offset)} numbers beside an input: it takes the same memory, or other.");
    }
}
