namespace Rectify.Accuracy;

/// <summary>Fills y with the true values at x, to about 1e-13.</summary>
internal delegate void Reference(ReadOnlySpan<Doubles> x, Span<Doubles> y);
