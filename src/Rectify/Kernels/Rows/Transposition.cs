using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Rectify.Kernels;

/// <summary>Rows copied to columns: a lane then holds one number of each of several rows.</summary>
internal static unsafe class Transposition
{
    /// <summary>target[c, r] = source[r, c].</summary>
    /// <param name="source">rows × columns numbers.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source, which lie side by side.</param>
    /// <param name="sourceStride">From one row of the source to the next.</param>
    /// <param name="target">columns × rows numbers.</param>
    /// <param name="targetStride">From one row of the target to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(float* source, int rows, int columns, nint sourceStride, float* target, nint targetStride)
    {
        int row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            float* from = source + row * sourceStride, to = target + row;
            int column = 0;
            for (; column + 4 <= columns; column += 4, from += 4, to += 4 * targetStride) { Copy4(from, sourceStride, to, targetStride); }
            for (; column < columns; column++, from++, to += targetStride)
            {
                (to[0], to[1], to[2], to[3]) = (from[0], from[sourceStride], from[2 * sourceStride], from[3 * sourceStride]);
            }
        }
        for (; row < rows; row++)
        {
            for (int column = 0; column < columns; column++) { target[column * targetStride + row] = source[row * sourceStride + column]; }
        }
    }

    // Four by four numbers, interleaved twice.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy4(float* from, nint next, float* to, nint stride)
    {
        Vector128<float> a = Vector128.Load(from), b = Vector128.Load(from + next);
        Vector128<float> c = Vector128.Load(from + 2 * next), d = Vector128.Load(from + 3 * next);
        (Vector128<float> acLow, Vector128<float> acHigh) = (Low(a, c), High(a, c));
        (Vector128<float> bdLow, Vector128<float> bdHigh) = (Low(b, d), High(b, d));
        Low(acLow, bdLow).Store(to);
        High(acLow, bdLow).Store(to + stride);
        Low(acHigh, bdHigh).Store(to + 2 * stride);
        High(acHigh, bdHigh).Store(to + 3 * stride);
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
}
