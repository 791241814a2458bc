namespace Rectify.Layers;

/// <summary>The numbers on which a unit is active, from below the first to above the last: those strictly between two bounds.</summary>
/// <param name="Low">−∞ where there is no bound.</param>
/// <param name="High">∞ where there is no bound.</param>
/// <param name="OfOutput">Whether the numbers are the layer's outputs, rather than its inputs.</param>
public readonly record struct ActiveRange(float Low, float High, bool OfOutput)
{
    /// <summary>Whether every number is inside.</summary>
    public bool IsEverything => float.IsNegativeInfinity(Low) && float.IsPositiveInfinity(High);
}
