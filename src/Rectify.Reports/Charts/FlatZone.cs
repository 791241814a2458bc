namespace Rectify.Reports.Charts;

/// <summary>A stretch on which a function is flat: exactly, which is hatched, or nearly.</summary>
internal sealed record FlatZone(double From, double To, bool IsExact);
