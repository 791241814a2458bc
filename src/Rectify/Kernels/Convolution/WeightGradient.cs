using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// The gradient of the weights: what windows read, transposed, times the gradients of their outputs, image by image. Each part
/// takes some images and some columns, and each of its sums is one chain over those images' windows.
/// </summary>
internal readonly unsafe struct WeightGradient<TLane> : IParallelJob where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    // Below this many rows a panel is not read often enough to repay its copying.
    private const int RowsWorthPacking = 48;

    public required ConvolutionShape Shape { get; init; }
    public required Windows Windows { get; init; }
    public required float* OutputGradient { get; init; }

    /// <summary>Where the sums over the first images go.</summary>
    public required float* Gradient { get; init; }

    /// <summary>Where the sums over the other images go, one after the other.</summary>
    public required float* Partials { get; init; }

    private int StripsOfGroup => (Shape.Width + Strip2<TLane>.Width - 1) / Strip2<TLane>.Width;

    /// <summary>Parts of the job.</summary>
    public int Count => Shape.Parts(Windows.Images) * Shape.Groups * StripsOfGroup;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Invoke(int part)
    {
        int strips = Shape.Groups * StripsOfGroup, partial = part / strips, parts = Shape.Parts(Windows.Images);
        int group = part % strips / StripsOfGroup, column = part % StripsOfGroup * Strip2<TLane>.Width;
        int firstImage = (int)((long)Windows.Images * partial / parts), endImage = (int)((long)Windows.Images * (partial + 1) / parts);

        float* sums = partial == 0 ? Gradient : Partials + (partial - 1) * (nint)Shape.WeightLength;
        Operand c = new(sums + group * Shape.Width + column, Shape.Outputs, 1);
        int columns = Math.Min(Strip2<TLane>.Width, Shape.Width - column);
        c.Clear(Shape.Taps * Shape.Depth, columns);
        for (int image = firstImage; image < endImage; image++)
        {
            if (columns > TLane.Count) { AddImage<Strip2<TLane>>(image, group, column, c); }
            else { AddImage<Strip1<TLane>>(image, group, column, c); }
        }
    }

    private void AddImage<TStrip>(int image, int group, int column, Operand c) where TStrip : struct, IStrip<TStrip>
    {
        (Axis down, Axis across) = (Shape.Down, Shape.Across);
        int rowLength = Math.Max(1, across.Length * Shape.Inputs);
        int rowsInCache = Math.Min(Scratch.MostDepth / across.Count, (Scratch.UsualWindow / rowLength - down.Extent) / down.Stride + 1);
        int height = Math.Max(1, rowsInCache), width = Math.Min(across.Count, Scratch.MostDepth);
        for (int top = 0; top < down.Count; top += height)
        {
            int bottom = Math.Min(top + height, down.Count);
            WindowRows rows = Windows.Rows(image, top, bottom);
            for (int left = 0; left < across.Count; left += width)
            {
                AddWindows<TStrip>(image, rows, (top, bottom), (left, Math.Min(left + width, across.Count)), group, column, c);
            }
        }
    }

    // Either all windows of some rows, or some windows of one row.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddWindows<TStrip>(
        int image, WindowRows rows, (int Top, int Bottom) height, (int Left, int Right) width, int group, int column, Operand c)
        where TStrip : struct, IStrip<TStrip>
    {
        (Axis down, Axis across) = (Shape.Down, Shape.Across);
        int columns = Math.Min(TStrip.Width, Shape.Width - column), count = width.Right - width.Left;
        nint position = (nint)(image * down.Count + height.Top) * across.Count + width.Left;
        Operand b = new(OutputGradient + position * Shape.Outputs + group * Shape.Width + column, Shape.Outputs, 1);
        if (columns < TStrip.Width || Shape.Taps * Shape.Depth >= RowsWorthPacking)
        {
            float* panel = Scratch.OfThread.Panel, end = OutputGradient + (nint)Windows.Images * Shape.OutputLength;
            Panel.Pack<TStrip>(b, (height.Bottom - height.Top) * count, columns, end, panel);
            b = new(panel, TStrip.Width, 1);
        }

        // Rows of the gradient whose inputs lie side by side: a whole kernel row, or one tap of a group.
        bool runsOn = across.Size == 1 || (across.Dilation == 1 && Shape.Groups == 1);
        int run = runsOn ? across.Size * Shape.Depth : Shape.Depth, runs = runsOn ? 1 : across.Size;
        int tiles = (run + Tile<TStrip>.MostRows - 1) / Tile<TStrip>.MostRows;
        nint next = across.Stride * (nint)Shape.Inputs;
        for (int tap = 0; tap < down.Size * runs; tap++)
        {
            (int tapRow, int tapColumn) = (tap / runs, tap % runs);
            (int top, int bottom) = down.WindowsOf(tapRow);
            (top, bottom) = (Math.Max(top, height.Top), Math.Min(bottom, height.Bottom));
            if (top >= bottom) { continue; }

            float* start = rows.At(down.Begin(top) + tapRow * down.Dilation, across.Begin(width.Left) + tapColumn * across.Dilation);
            Operand a = new(start + group * Shape.Depth, 1, next), bFromTop = b.From((top - height.Top) * count, 0);
            Depth steps = new(count, bottom - top, down.Stride * rows.Pitch - count * next);
            for (int tile = 0; tile < tiles; tile++)
            {
                int row = run * tile / tiles, rowCount = run * (tile + 1) / tiles - row;
                Tile<TStrip>.Multiply(rowCount, columns, steps, a.From(row, 0), bFromTop, c.From(tap * run + row, 0), add: true);
            }
        }
    }
}
