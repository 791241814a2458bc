namespace Rectify.Data;

/// <summary>The curve that each class of a set lies on.</summary>
/// <param name="ClassCount">How many classes there are.</param>
/// <param name="Noise">The standard deviation of what is added to both coordinates.</param>
/// <param name="Point">The point of a class at a place in [0, 1) along its curve.</param>
internal sealed record SyntheticShape(int ClassCount, float Noise, Func<int, double, (double X, double Y)> Point);
