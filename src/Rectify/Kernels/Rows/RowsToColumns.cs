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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(float* source, int rows, int columns, nint sourceStride, float* target, nint targetStride)
    {
        int row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            float* from = source + row * sourceStride, to = target + row;
            int column = 0;
            for (; column + 4 <= columns; column += 4, from += 4, to += 4 * targetStride)
            {
                Transposition.Copy<Lane4>(from, sourceStride, to, targetStride);
            }
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
}
