namespace Rectify.Accuracy;

/// <summary>A row of the page: an activation with its derivative, or an elementary function.</summary>
internal sealed record Subject(string Name, Measure Forward, Measure? Derivative);
