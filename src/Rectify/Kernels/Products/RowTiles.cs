using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// Rows of the first matrix copied tile by tile, so that what a tile reads in one step lies side by side: as they lie, twelve rows some
/// thousand numbers apart fall on the same few places of a cache and push one another out.
/// </summary>
/// <param name="start">Room for them.</param>
/// <param name="step">From one step of a tile to the next; rows of a tile are side by side.</param>
/// <param name="depth">Steps.</param>
internal readonly unsafe struct RowTiles(float* start, int step, int depth)
{
    // Numbers between neighbours of a tile from which on they get into one another's way; and strips that repay the copying, which is
    // cheaper where they lie side by side.
    private const int FarSteps = 512, FarRows = 1024, ColumnsForSteps = 128, ColumnsForRows = 512;
    private const int RowsForEither = 128, DepthForEither = 256;

    /// <summary>Whether rows are worth copying.</summary>
    /// <param name="a">The first matrix.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Columns of the product.</param>
    /// <param name="depth">Steps: few of them find room, however far apart.</param>
    public static bool AreBetter(Operand a, int rows, int columns, int depth)
        => rows >= RowsForEither && depth >= DepthForEither && (a.ColumnStride == 1
            ? a.RowStride >= FarRows && columns >= ColumnsForRows
            : a.ColumnStride >= FarSteps && columns >= ColumnsForSteps);

    /// <summary>How far steps lie apart where a tile has at most so many rows: whole lanes of four.</summary>
    public static int StepFor(int mostRows) => (mostRows + 3) & ~3;

    /// <summary>From one tile to the next.</summary>
    public nint Tile => (nint)step * depth;

    /// <summary>A tile.</summary>
    public Operand this[int tile] => new(start + tile * Tile, 1, step);

    /// <summary>Copies the rows of a tile.</summary>
    /// <param name="tile">Its place.</param>
    /// <param name="rows">The first matrix, from the tile's first row and step on.</param>
    /// <param name="height">Rows of the tile.</param>
    [MethodImpl(Compiled.Alone)]
    public void Pack(int tile, Operand rows, int height)
    {
        float* target = start + tile * Tile;
        if (rows.ColumnStride == 1) { Turn(rows, height, target); }
        else { Copy(rows, height, target); }
    }

    // As it lies, a row is along the steps.
    [MethodImpl(Compiled.Alone)]
    private void Turn(Operand rows, int height, float* target)
    {
        int fours = depth & ~3, row = 0;
        for (; row + 4 <= height; row += 4)
        {
            float* from = rows.Start + row * rows.RowStride;
            for (int k = 0; k < fours; k += 4) { Transposition.Copy<Lane4>(from + k, rows.RowStride, target + row + k * step, step); }
        }
        for (int k = 0; k < depth; k++)
        {
            for (int i = k < fours ? row : 0; i < height; i++) { target[k * step + i] = rows.Start[i * rows.RowStride + k]; }
        }
    }

    // Transposed, the rows of a step lie side by side already.
    [MethodImpl(Compiled.Alone)]
    private void Copy(Operand rows, int height, float* target)
    {
        float* from = rows.Start;
        for (int k = 0; k < depth; k++, from += rows.ColumnStride, target += step)
        {
            int row = 0;
            for (; row + 4 <= height; row += 4) { Lane4.Store(Lane4.Load(from + row), target + row); }
            for (; row < height; row++) { target[row] = from[row]; }
        }
    }
}
