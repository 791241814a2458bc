using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Rectify.Kernels;

/// <summary>A strip of columns copied so that its rows lie one after the other: a tile then reads nothing but what it needs.</summary>
internal static unsafe class Panel
{
    /// <summary>Copies depth × width numbers; what columns beyond <paramref name="width"/> hold is of no meaning.</summary>
    /// <param name="source">depth × width, as it lies or transposed.</param>
    /// <param name="depth">Rows of the panel.</param>
    /// <param name="width">Columns there are, at most the strip's.</param>
    /// <param name="end">Where the memory of the source ends.</param>
    /// <param name="target">Room for depth strips.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack<TStrip>(Operand source, nint depth, int width, float* end, float* target) where TStrip : struct, IStrip<TStrip>
    {
        if (source.ColumnStride != 1)
        {
            PackTransposed<TStrip>(source, depth, width, target);
            return;
        }
        float* from = source.Start;
        for (; depth > 0; depth--, from += source.RowStride, target += TStrip.Width)
        {
            // A short row is copied with what follows it, which is faster, unless that is no longer the matrix.
            if (from + TStrip.Width <= end) { TStrip.Store(TStrip.Load(from), target); }
            else { new ReadOnlySpan<float>(from, width).CopyTo(new Span<float>(target, width)); }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackTransposed<TStrip>(Operand source, nint depth, int width, float* target) where TStrip : struct, IStrip<TStrip>
    {
        int column = 0;
        for (; column + 4 <= width; column += 4)
        {
            nint k = 0;
            for (; k + 4 <= depth; k += 4) { Transpose4(source.From(k, column), target + k * TStrip.Width + column, TStrip.Width); }
            for (; k < depth; k++)
            {
                for (int i = column; i < column + 4; i++) { target[k * TStrip.Width + i] = *source.From(k, i).Start; }
            }
        }
        for (; column < width; column++)
        {
            for (nint k = 0; k < depth; k++) { target[k * TStrip.Width + column] = *source.From(k, column).Start; }
        }
    }

    /// <summary>Four by four numbers, interleaved twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose4(Operand source, float* target, nint stride)
    {
        float* from = source.Start;
        nint next = source.ColumnStride;
        Vector128<float> a = Vector128.Load(from), b = Vector128.Load(from + next);
        Vector128<float> c = Vector128.Load(from + 2 * next), d = Vector128.Load(from + 3 * next);
        Vector128<double> abLow = Low(a, b).AsDouble(), cdLow = Low(c, d).AsDouble();
        Vector128<double> abHigh = High(a, b).AsDouble(), cdHigh = High(c, d).AsDouble();
        Low(abLow, cdLow).AsSingle().Store(target);
        High(abLow, cdLow).AsSingle().Store(target + stride);
        Low(abHigh, cdHigh).AsSingle().Store(target + 2 * stride);
        High(abHigh, cdHigh).AsSingle().Store(target + 3 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Low(Vector128<float> a, Vector128<float> b)
        => Sse.IsSupported ? Sse.UnpackLow(a, b)
         : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
         : Vector128.Create(a[0], b[0], a[1], b[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> High(Vector128<float> a, Vector128<float> b)
        => Sse.IsSupported ? Sse.UnpackHigh(a, b)
         : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
         : Vector128.Create(a[2], b[2], a[3], b[3]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Low(Vector128<double> a, Vector128<double> b)
        => Sse2.IsSupported ? Sse2.UnpackLow(a, b)
         : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
         : Vector128.Create(a[0], b[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> High(Vector128<double> a, Vector128<double> b)
        => Sse2.IsSupported ? Sse2.UnpackHigh(a, b)
         : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
         : Vector128.Create(a[1], b[1]);
}
