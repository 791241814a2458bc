namespace Rectify.Reports.Charts;

/// <summary>A function and its derivative at a place.</summary>
internal sealed record CurveSample(double X, double Value, double Derivative);
