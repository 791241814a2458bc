namespace Rectify.Data;

/// <summary>A square of pixels that a round pen draws on, light on dark. A pixel's centre lies at its whole numbers.</summary>
internal sealed class InkCanvas(int side)
{
    private readonly double[] _ink = new double[side * side];

    /// <summary>The light of each pixel, row after row.</summary>
    public ReadOnlySpan<double> Ink => _ink;

    /// <summary>Makes all pixels dark.</summary>
    public void Clear() => Array.Clear(_ink);

    /// <summary>Draws straight lines from point to point.</summary>
    /// <param name="line">The points.</param>
    /// <param name="radius">Half of the pen's width, in pixels.</param>
    /// <param name="light">How light the ink is. Where lines cross, the lighter one stays.</param>
    public void Draw(ReadOnlySpan<Point> line, double radius, double light)
    {
        for (int i = 0; i + 1 < line.Length; i++) { Draw(line[i], line[i + 1], radius, light); }
    }

    private void Draw(Point from, Point to, double radius, double light)
    {
        double reach = radius + 0.5;
        int top = First(Math.Min(from.Y, to.Y) - reach), bottom = Last(Math.Max(from.Y, to.Y) + reach);
        int left = First(Math.Min(from.X, to.X) - reach), right = Last(Math.Max(from.X, to.X) + reach);
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                // A pixel whose centre is half a pixel from the edge is wholly inside or outside: the edge is one pixel soft.
                double covered = Math.Clamp(reach - Distance(new(x, y), from, to), 0, 1);
                ref double ink = ref _ink[y * side + x];
                ink = Math.Max(ink, light * covered);
            }
        }
    }

    private int First(double low) => Math.Max(0, (int)Math.Ceiling(low));

    private int Last(double high) => Math.Min(side - 1, (int)Math.Floor(high));

    private static double Distance(Point point, Point from, Point to)
    {
        Point along = to - from, away = point - from;
        double length = along.SquaredLength;
        double at = length > 0 ? Math.Clamp(away.Dot(along) / length, 0, 1) : 0;
        return Math.Sqrt((away - at * along).SquaredLength);
    }
}
