namespace Rectify.Data;

/// <summary>The smooth line that a pen draws through points.</summary>
/// <remarks>Catmull and Rom 1974, with the end points doubled. A point that comes twice has no tangent, which makes a corner.</remarks>
internal static class Curve
{
    private const int StepsPerPoint = 6;

    /// <summary>Points on the curve, near enough to each other to be joined by straight lines.</summary>
    public static Point[] Through(ReadOnlySpan<Point> points)
    {
        Point[] line = new Point[(points.Length - 1) * StepsPerPoint + 1];
        for (int i = 0; i + 1 < points.Length; i++)
        {
            Point from = points[i], to = points[i + 1];
            Point before = points[Math.Max(i - 1, 0)], after = points[Math.Min(i + 2, points.Length - 1)];
            for (int step = 0; step < StepsPerPoint; step++)
            {
                line[i * StepsPerPoint + step] = Between(before, from, to, after, (double)step / StepsPerPoint);
            }
        }
        line[^1] = points[^1];
        return line;
    }

    // ½·(2b + (c − a)t + (2a − 5b + 4c − d)t² + (3b − 3c + d − a)t³)
    private static Point Between(Point a, Point b, Point c, Point d, double t)
        => 0.5 * (2 * b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * b - 3 * c + d - a))));
}
