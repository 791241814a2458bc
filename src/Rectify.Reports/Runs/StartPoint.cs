namespace Rectify.Reports.Runs;

/// <summary>How large the pre-activations of one layer were before the first step.</summary>
/// <param name="Layer">The activation layer's name in its network.</param>
/// <param name="MeanSquare">Their mean square on the probe.</param>
/// <param name="Expected">The same over other starts of the kind.</param>
/// <param name="Theory">What theory says it is.</param>
internal sealed record StartPoint(string Layer, double MeanSquare, double Expected, double Theory);
