namespace Rectify.Accuracy;

/// <summary>The largest error met so far, and where.</summary>
/// <param name="Error">In the unit of the row it stands in.</param>
/// <param name="At">The input.</param>
internal readonly record struct Worst(double Error, float At)
{
    public Worst Or(Worst other) => other.Error > Error ? other : this;
}
