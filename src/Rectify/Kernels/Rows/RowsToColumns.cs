using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Rows copied to columns: a lane then holds one number of each of several rows.</summary>
internal static unsafe class RowsToColumns
{
    /// <summary>target[c, r] = source[r, c].</summary>
    /// <param name="source">rows × columns numbers.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source, which lie side by side.</param>
    /// <param name="sourceStride">From one row of the source to the next.</param>
    /// <param name="target">columns × rows numbers.</param>
    /// <param name="targetStride">From one row of the target to the next.</param>
    [MethodImpl(Compiled.Alone)]
    public static void Copy(float* source, int rows, int columns, nint sourceStride, float* target, nint targetStride)
    {
        int row = 0;
        if (Elementwise.Width >= 16) { row = CopyRows<Lane16>(source, row, rows, columns, sourceStride, target, targetStride); }
        if (Elementwise.Width >= 8) { row = CopyRows<Lane8>(source, row, rows, columns, sourceStride, target, targetStride); }
        row = CopyRows<Lane4>(source, row, rows, columns, sourceStride, target, targetStride);
        for (; row < rows; row++)
        {
            for (int column = 0; column < columns; column++) { target[column * targetStride + row] = source[row * sourceStride + column]; }
        }
    }

    /// <summary>As many rows as fill whole lanes; returns the first that is left.</summary>
    [MethodImpl(Compiled.Alone)]
    private static int CopyRows<T>(
        float* source, int row, int rows, int columns, nint sourceStride, float* target, nint targetStride)
        where T : struct, ISimdLane<T>, ILane<T>
    {
        for (; row + T.Count <= rows; row += T.Count)
        {
            float* from = source + row * sourceStride, to = target + row;
            int column = 0;
            for (; column + 4 <= columns; column += 4, from += 4, to += 4 * targetStride)
            {
                Transposition.Copy<T>(from, sourceStride, to, targetStride);
            }
            for (; column < columns; column++, from++, to += targetStride)
            {
                for (int i = 0; i < T.Count; i++) { to[i] = from[i * sourceStride]; }
            }
        }
        return row;
    }
}
