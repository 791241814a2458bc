using System.Runtime.InteropServices;

namespace Rectify.Kernels;

/// <summary>The tables of all curves where a register's worth of numbers lies in one line of the caches.</summary>
/// <remarks>Measured: to pick from sixteen that lie across two lines takes two and a half times as long.</remarks>
internal static unsafe class CurveTables
{
    private const nuint CacheLine = 64;

    /// <summary>The rows, for as long as the program runs.</summary>
    public static readonly float* Rows = Copy();

    private static float* Copy()
    {
        ReadOnlySpan<float> tables = Coefficients.Curves;
        float* rows = (float*)NativeMemory.AlignedAlloc((nuint)tables.Length * sizeof(float), CacheLine);
        tables.CopyTo(new(rows, tables.Length));
        return rows;
    }
}
