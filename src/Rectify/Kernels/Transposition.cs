using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Rectify.Kernels;

/// <summary>Small blocks of numbers turned from columns into rows in registers: read, interleaved twice, and written.</summary>
internal static unsafe class Transposition
{
    /// <summary>Four steps of four columns.</summary>
    /// <param name="from">The first column's numbers, side by side.</param>
    /// <param name="column">From one column to the next.</param>
    /// <param name="to">Where the first row goes.</param>
    /// <param name="row">From one row to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FourColumns(float* from, nint column, float* to, nint row)
    {
        Vector128<float> a = Vector128.Load(from), b = Vector128.Load(from + column);
        Vector128<float> c = Vector128.Load(from + 2 * column), d = Vector128.Load(from + 3 * column);
        Vector128<double> abLow = Low(a, b).AsDouble(), cdLow = Low(c, d).AsDouble();
        Vector128<double> abHigh = High(a, b).AsDouble(), cdHigh = High(c, d).AsDouble();
        Low(abLow, cdLow).AsSingle().Store(to);
        High(abLow, cdLow).AsSingle().Store(to + row);
        Low(abHigh, cdHigh).AsSingle().Store(to + 2 * row);
        High(abHigh, cdHigh).AsSingle().Store(to + 3 * row);
    }

    /// <summary>Four steps of eight columns, where registers are as wide: the other four columns lie in their upper halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EightColumns(float* from, nint column, float* to, nint row)
    {
        nint half = 4 * column;
        Vector256<float> a = Both(from, half), b = Both(from + column, half);
        Vector256<float> c = Both(from + 2 * column, half), d = Both(from + 3 * column, half);
        Vector256<double> abLow = Avx.UnpackLow(a, b).AsDouble(), cdLow = Avx.UnpackLow(c, d).AsDouble();
        Vector256<double> abHigh = Avx.UnpackHigh(a, b).AsDouble(), cdHigh = Avx.UnpackHigh(c, d).AsDouble();
        Avx.UnpackLow(abLow, cdLow).AsSingle().Store(to);
        Avx.UnpackHigh(abLow, cdLow).AsSingle().Store(to + row);
        Avx.UnpackLow(abHigh, cdHigh).AsSingle().Store(to + 2 * row);
        Avx.UnpackHigh(abHigh, cdHigh).AsSingle().Store(to + 3 * row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Both(float* from, nint half) => Vector256.Create(Vector128.Load(from), Vector128.Load(from + half));

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
