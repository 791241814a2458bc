using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// Covers columns with lanes: cache lines of them as far as they go, then narrower ones. All lanes agree bit for bit, so that a column's
/// number does not depend on which of them it fell to.
/// </summary>
internal static class ColumnSweep
{
    public static void Run<TSweep>(in TSweep sweep, int columns) where TSweep : struct, IColumnSweep
        => Run(sweep, columns, Elementwise.Width);

    internal static void Run<TSweep>(in TSweep sweep, int columns, int width) where TSweep : struct, IColumnSweep
    {
        int done = 0;
        if (width >= 16) { done = Run<TSweep, Lane16>(sweep, done, columns); }
        if (width == 8) { done = Run<TSweep, LanePair<Lane8>>(sweep, done, columns); }
        if (width >= 8) { done = Run<TSweep, Lane8>(sweep, done, columns); }
        if (width >= 4) { done = Run<TSweep, Lane4>(sweep, done, columns); }
        Run<TSweep, Lane1>(sweep, done, columns);
    }

    private static int Run<TSweep, T>(in TSweep sweep, int first, int columns)
        where TSweep : struct, IColumnSweep where T : struct, ISimdLane<T>, ILane<T>
    {
        int end = first + (columns - first) / T.Count * T.Count;
        if (end > first) { Sweep<TSweep, T>(sweep, first, end); }
        return end;
    }

    // A method for each lane: four bodies in one exhaust the JIT's inlining budget, and the last would call for every operation.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Sweep<TSweep, T>(in TSweep sweep, int first, int end)
        where TSweep : struct, IColumnSweep where T : struct, ISimdLane<T>, ILane<T>
    {
        // A copy, because for all the compiler knows a number that is stored may be a field of what is referred to.
        TSweep own = sweep;
        own.Invoke<T>(first, end);
    }
}
