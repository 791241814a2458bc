using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// Covers columns with lanes: as many of the widest as fit, then narrower ones. All lanes agree bit for bit, so that a column's
/// number does not depend on which of them it fell to.
/// </summary>
internal static class ColumnSweep
{
    public static void Run<TSweep>(in TSweep sweep, int columns) where TSweep : struct, IColumnSweep
        => Run(sweep, columns, Elementwise.Width);

    internal static void Run<TSweep>(in TSweep sweep, int columns, int width) where TSweep : struct, IColumnSweep
    {
        int column = 0;
        if (width >= 16 && columns >= 16) { column = Run<TSweep, Lane16>(sweep, column, columns); }
        if (width >= 8 && columns - column >= 8) { column = Run<TSweep, Lane8>(sweep, column, columns); }
        if (width >= 4 && columns - column >= 4) { column = Run<TSweep, Lane4>(sweep, column, columns); }
        if (column < columns) { Run<TSweep, Lane1>(sweep, column, columns); }
    }

    // A method for each lane: four bodies in one exhaust the JIT's inlining budget, and the last would call for every operation.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Run<TSweep, T>(in TSweep sweep, int column, int columns)
        where TSweep : struct, IColumnSweep where T : struct, ISimdLane<T>, ILane<T>
    {
        for (; column <= columns - T.Count; column += T.Count) { sweep.Invoke<T>(column); }
        return column;
    }
}
