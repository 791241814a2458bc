using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>A strip of columns copied so that its rows lie one after the other: a tile then reads nothing but what it needs.</summary>
internal static unsafe class Panel
{
    /// <summary>So much of a row is read at once that a processor sees it and fetches ahead, where rows are pages apart.</summary>
    public const int StripsAtOnce = 4;

    /// <summary>Copies depth × width numbers; what columns beyond <paramref name="width"/> hold is of no meaning.</summary>
    /// <param name="source">depth × width, as it lies or transposed.</param>
    /// <param name="depth">Rows of the panel.</param>
    /// <param name="width">Columns there are, at most the strip's.</param>
    /// <param name="end">Where the memory of the source ends.</param>
    /// <param name="target">Room for depth strips.</param>
    [MethodImpl(Compiled.Alone)]
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

    /// <summary>Copies whole strips that lie side by side, one panel behind the other.</summary>
    /// <param name="source">depth × strips, as it lies or transposed.</param>
    /// <param name="depth">Rows of the panels.</param>
    /// <param name="strips">How many.</param>
    /// <param name="end">Where the memory of the source ends.</param>
    /// <param name="target">Room for depth × strips.</param>
    [MethodImpl(Compiled.Alone)]
    public static void PackAll<TStrip>(Operand source, int depth, int strips, float* end, float* target)
        where TStrip : struct, IStrip<TStrip>
    {
        nint panel = (nint)depth * TStrip.Width;
        int strip = 0;
        if (source.ColumnStride == 1)
        {
            for (; strip + StripsAtOnce <= strips; strip += StripsAtOnce)
            {
                float* from = source.Start + strip * TStrip.Width, to = target + strip * panel;
                for (int k = 0; k < depth; k++, from += source.RowStride, to += TStrip.Width)
                {
                    for (int i = 0; i < StripsAtOnce; i++) { TStrip.Store(TStrip.Load(from + i * TStrip.Width), to + i * panel); }
                }
            }
        }
        for (; strip < strips; strip++)
        {
            Pack<TStrip>(source.From(0, strip * TStrip.Width), depth, TStrip.Width, end, target + strip * panel);
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void PackTransposed<TStrip>(Operand source, nint depth, int width, float* target) where TStrip : struct, IStrip<TStrip>
    {
        int column = 0;
        if (TStrip.Width / TStrip.Lanes >= 16) { column = PackColumns<TStrip, Lane16>(source, depth, column, width, target); }
        if (TStrip.Width / TStrip.Lanes >= 8) { column = PackColumns<TStrip, Lane8>(source, depth, column, width, target); }
        column = PackColumns<TStrip, Lane4>(source, depth, column, width, target);
        PackSteps<TStrip>(source, 0, depth, column, width - column, target);
    }

    /// <summary>As many columns as fill whole lanes; returns the first that is left.</summary>
    [MethodImpl(Compiled.Alone)]
    private static int PackColumns<TStrip, TLane>(Operand source, nint depth, int column, int width, float* target)
        where TStrip : struct, IStrip<TStrip> where TLane : struct, ISimdLane<TLane>, ILane<TLane>
    {
        nint next = source.ColumnStride, fours = depth & ~3;
        for (; column + TLane.Count <= width; column += TLane.Count)
        {
            float* from = source.Start + column * next, to = target + column;
            for (nint k = 0; k < fours; k += 4) { Transposition.Copy<TLane>(from + k, next, to + k * TStrip.Width, TStrip.Width); }
            PackSteps<TStrip>(source, fours, depth, column, TLane.Count, target);
        }
        return column;
    }

    /// <summary>What is too few for a block: number by number.</summary>
    private static void PackSteps<TStrip>(Operand source, nint from, nint depth, int column, int columns, float* target)
        where TStrip : struct, IStrip<TStrip>
    {
        for (nint k = from; k < depth; k++)
        {
            for (int i = column; i < column + columns; i++) { target[k * TStrip.Width + i] = *source.From(k, i).Start; }
        }
    }
}
