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

    [MethodImpl(Compiled.Alone)]
    public void Invoke(int part)
    {
        int strips = Shape.Groups * StripsOfGroup, partial = part / strips, parts = Shape.Parts(Windows.Images);
        int group = part % strips / StripsOfGroup, column = part % StripsOfGroup * Strip2<TLane>.Width;
        int firstImage = (int)((long)Windows.Images * partial / parts), endImage = (int)((long)Windows.Images * (partial + 1) / parts);

        float* sums = partial == 0 ? Gradient : Partials + (partial - 1) * (nint)Shape.WeightLength;
        Operand c = new(sums + group * Shape.Width + column, Shape.Outputs, 1);
        int columns = Math.Min(Strip2<TLane>.Width, Shape.Width - column);
        c.Clear(Shape.Taps * Shape.Depth, columns);
        if (columns > TLane.Count) { AddImages<Strip2<TLane>>(firstImage, endImage, group, column, c); }
        else { AddImages<Strip1<TLane>>(firstImage, endImage, group, column, c); }
    }

    // Windows are added as many at a time as a panel and the cache hold: of several images, of some rows, or of a part of a row.
    private void AddImages<TStrip>(int first, int end, int group, int column, Operand c) where TStrip : struct, IStrip<TStrip>
    {
        (Axis down, Axis across) = (Shape.Down, Shape.Across);
        int rowLength = across.Length * Shape.Inputs;
        int images = Math.Max(1, Math.Min(Scratch.MostDepth / Shape.Positions, Scratch.UsualWindow / rowLength / down.Length));
        int rowsInCache = (Scratch.UsualWindow / rowLength - down.Extent) / down.Stride + 1;
        int height = images > 1 ? down.Count : Math.Max(1, Math.Min(Scratch.MostDepth / across.Count, rowsInCache));
        int width = Math.Min(across.Count, Scratch.MostDepth);
        for (int image = first; image < end; image += images)
        {
            for (int top = 0; top < down.Count; top += height)
            {
                ImageBlock block = new(image, Math.Min(image + images, end), top, Math.Min(top + height, down.Count));
                WindowRows rows = WindowRows.Of(Windows, block);
                for (int left = 0; left < across.Count; left += width)
                {
                    AddWindows<TStrip>(block, rows, left, Math.Min(width, across.Count - left), group, column, c);
                }
            }
        }
    }

    [MethodImpl(Compiled.Alone)]
    private void AddWindows<TStrip>(ImageBlock block, WindowRows rows, int left, int width, int group, int column, Operand c)
        where TStrip : struct, IStrip<TStrip>
    {
        (Axis down, Axis across) = (Shape.Down, Shape.Across);
        int columns = Math.Min(TStrip.Width, Shape.Width - column);
        nint position = (nint)(block.First * down.Count + block.Top) * across.Count + left;
        Operand b = new(OutputGradient + position * Shape.Outputs + group * Shape.Width + column, Shape.Outputs, 1);
        if (columns < TStrip.Width || Shape.WindowLength >= RowsWorthPacking)
        {
            float* panel = Scratch.OfThread.Panel, end = OutputGradient + (nint)Windows.Images * Shape.OutputLength;
            Panel.Pack<TStrip>(b, block.Images * block.Rows * width, columns, end, panel);
            b = new(panel, TStrip.Width, 1);
        }

        // Rows of the gradient whose inputs lie side by side: a whole kernel row, or one tap of a group.
        bool runsOn = across.IsSideBySide && Shape.Groups == 1;
        int run = runsOn ? across.Size * Shape.Depth : Shape.Depth, runs = runsOn ? 1 : across.Size;
        nint next = across.Stride * (nint)Shape.Inputs;
        for (int tap = 0; tap < down.Size * runs; tap++)
        {
            (int tapRow, int tapColumn) = (tap / runs, tap % runs);
            (int top, int bottom) = down.WindowsOf(tapRow);
            (top, bottom) = (Math.Max(top, block.Top), Math.Min(bottom, block.Bottom));
            if (top >= bottom) { continue; }

            float* start = rows.At(down.Begin(top) + tapRow * down.Dilation, across.Begin(left) + tapColumn * across.Dilation);
            Operand a = new(start + group * Shape.Depth, 1, next);
            Depth steps = new(width, bottom - top, down.Stride * rows.Row - width * next);
            Operand bFromTop = b.From((top - block.Top) * width, 0), cOfTap = c.From(tap * run, 0);
            AddTap<TStrip>(block.Images, rows.Image, block.Rows * width, columns, run, steps, a, bFromTop, cOfTap);
        }
    }

    // Each tile is added to by all images in turn, while it is in the first-level cache.
    [MethodImpl(Compiled.Alone)]
    private static void AddTap<TStrip>(
        int images, nint nextImage, int windowsOfImage, int columns, int rows, Depth steps, Operand a, Operand b, Operand c)
        where TStrip : struct, IStrip<TStrip>
    {
        int tiles = (rows + Tile<TStrip>.MostRows - 1) / Tile<TStrip>.MostRows;
        for (int tile = 0; tile < tiles; tile++)
        {
            int row = rows * tile / tiles, count = rows * (tile + 1) / tiles - row;
            for (int image = 0; image < images; image++)
            {
                Operand ofImage = new(a.Start + row + image * nextImage, 1, a.ColumnStride);
                Tile<TStrip>.Multiply(count, columns, steps, ofImage, b.From(image * windowsOfImage, 0), c.From(row, 0), add: true);
            }
        }
    }
}
