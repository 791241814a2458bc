namespace Rectify.Benchmarks;

/// <summary>One of several ways to do the same, or the limit they are held against.</summary>
/// <param name="Work">Operations, bytes or samples of one run: what a rate counts.</param>
/// <param name="Run">Does the work once.</param>
internal sealed record Contender(double Work, Action Run);
