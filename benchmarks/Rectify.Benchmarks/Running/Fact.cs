namespace Rectify.Benchmarks;

/// <summary>A figure beside the rates: bytes allocated, memory planned.</summary>
/// <param name="Name">Its column.</param>
/// <param name="Measure">Gives the cell.</param>
internal sealed record Fact(string Name, Func<string> Measure);
