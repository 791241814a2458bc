namespace Rectify.Reports.Charts;

/// <summary>Where a derivative jumps.</summary>
/// <param name="X">The place.</param>
/// <param name="Left">Its limit from the left.</param>
/// <param name="Right">Its limit from the right.</param>
/// <param name="Used">The value that is used there.</param>
internal sealed record DerivativeJump(double X, double Left, double Right, double Used);
