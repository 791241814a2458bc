using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Rectify.Kernels;

/// <summary>
/// Small blocks of numbers turned from columns into rows in registers: four numbers of each column, interleaved twice. A wide register
/// holds columns 0, 4, 8 … in its quarters, so that interleaving within quarters puts all in order.
/// </summary>
internal static unsafe class Transposition
{
    /// <summary>Copies four steps of as many columns as a lane holds.</summary>
    /// <param name="from">The first column's numbers, side by side.</param>
    /// <param name="column">From one column to the next.</param>
    /// <param name="to">Where the first row goes.</param>
    /// <param name="row">From one row to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<T>(float* from, nint column, float* to, nint row) where T : struct, ISimdLane<T>, ILane<T>
    {
        T.LoadColumns(from, column, out T first, out T second, out T third, out T fourth);
        T.Store(first, to);
        T.Store(second, to + row);
        T.Store(third, to + 2 * row);
        T.Store(fourth, to + 3 * row);
    }

    /// <summary>Four steps of four columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(
        float* from, nint column, out Vector128<float> first, out Vector128<float> second, out Vector128<float> third,
        out Vector128<float> fourth)
    {
        Vector128<float> a = Vector128.Load(from), b = Vector128.Load(from + column);
        Vector128<float> c = Vector128.Load(from + 2 * column), d = Vector128.Load(from + 3 * column);
        Vector128<double> abLow = Low(a, b).AsDouble(), cdLow = Low(c, d).AsDouble();
        Vector128<double> abHigh = High(a, b).AsDouble(), cdHigh = High(c, d).AsDouble();
        (first, second) = (Low(abLow, cdLow).AsSingle(), High(abLow, cdLow).AsSingle());
        (third, fourth) = (Low(abHigh, cdHigh).AsSingle(), High(abHigh, cdHigh).AsSingle());
    }

    /// <summary>Four steps of eight columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(
        float* from, nint column, out Vector256<float> first, out Vector256<float> second, out Vector256<float> third,
        out Vector256<float> fourth)
    {
        nint half = 4 * column;
        if (Avx.IsSupported)
        {
            Vector256<float> a = Both(from, half), b = Both(from + column, half);
            Vector256<float> c = Both(from + 2 * column, half), d = Both(from + 3 * column, half);
            Vector256<double> abLow = Avx.UnpackLow(a, b).AsDouble(), cdLow = Avx.UnpackLow(c, d).AsDouble();
            Vector256<double> abHigh = Avx.UnpackHigh(a, b).AsDouble(), cdHigh = Avx.UnpackHigh(c, d).AsDouble();
            (first, second) = (Avx.UnpackLow(abLow, cdLow).AsSingle(), Avx.UnpackHigh(abLow, cdLow).AsSingle());
            (third, fourth) = (Avx.UnpackLow(abHigh, cdHigh).AsSingle(), Avx.UnpackHigh(abHigh, cdHigh).AsSingle());
            return;
        }
        Load(from, column, out Vector128<float> a1, out Vector128<float> a2, out Vector128<float> a3, out Vector128<float> a4);
        Load(from + half, column, out Vector128<float> b1, out Vector128<float> b2, out Vector128<float> b3, out Vector128<float> b4);
        (first, second) = (Vector256.Create(a1, b1), Vector256.Create(a2, b2));
        (third, fourth) = (Vector256.Create(a3, b3), Vector256.Create(a4, b4));
    }

    /// <summary>Four steps of sixteen columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(
        float* from, nint column, out Vector512<float> first, out Vector512<float> second, out Vector512<float> third,
        out Vector512<float> fourth)
    {
        nint quarter = 4 * column, half = 8 * column;
        if (Avx512F.IsSupported)
        {
            Vector512<float> a = All(from, quarter, half), b = All(from + column, quarter, half);
            Vector512<float> c = All(from + 2 * column, quarter, half), d = All(from + 3 * column, quarter, half);
            Vector512<double> abLow = Avx512F.UnpackLow(a, b).AsDouble(), cdLow = Avx512F.UnpackLow(c, d).AsDouble();
            Vector512<double> abHigh = Avx512F.UnpackHigh(a, b).AsDouble(), cdHigh = Avx512F.UnpackHigh(c, d).AsDouble();
            (first, second) = (Avx512F.UnpackLow(abLow, cdLow).AsSingle(), Avx512F.UnpackHigh(abLow, cdLow).AsSingle());
            (third, fourth) = (Avx512F.UnpackLow(abHigh, cdHigh).AsSingle(), Avx512F.UnpackHigh(abHigh, cdHigh).AsSingle());
            return;
        }
        Load(from, column, out Vector256<float> a1, out Vector256<float> a2, out Vector256<float> a3, out Vector256<float> a4);
        Load(from + half, column, out Vector256<float> b1, out Vector256<float> b2, out Vector256<float> b3, out Vector256<float> b4);
        (first, second) = (Vector512.Create(a1, b1), Vector512.Create(a2, b2));
        (third, fourth) = (Vector512.Create(a3, b3), Vector512.Create(a4, b4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Both(float* from, nint half) => Vector256.Create(Vector128.Load(from), Vector128.Load(from + half));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> All(float* from, nint quarter, nint half)
        => Vector512.Create(Both(from, quarter), Both(from + half, quarter));

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
