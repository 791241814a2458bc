namespace Rectify.Trials;

/// <summary>A promise, and what became of it.</summary>
/// <param name="Promise">What was promised.</param>
/// <param name="Found">What was found, with its figures.</param>
/// <param name="IsKept">Whether the promise was kept.</param>
internal sealed record Outcome(string Promise, string Found, bool IsKept);
