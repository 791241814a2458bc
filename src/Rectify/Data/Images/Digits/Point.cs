namespace Rectify.Data;

/// <summary>A place, x to the right and y downwards; or the way from one to another.</summary>
internal readonly record struct Point(double X, double Y)
{
    public double SquaredLength => X * X + Y * Y;

    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);
    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);
    public static Point operator *(double scale, Point point) => new(scale * point.X, scale * point.Y);

    /// <summary>The scalar product.</summary>
    public double Dot(Point other) => X * other.X + Y * other.Y;
}
