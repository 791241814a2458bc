namespace Rectify.Faults;

/// <summary>Core with faults behind switches.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Faults">Those in it: the first is on where <see cref="Switchboard.Variable"/> is 1.</param>
/// <param name="Deferred">Those that had no place beside them, but may have in another assembly.</param>
internal sealed record Planting(byte[] Assembly, IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Deferred);
