namespace Rectify.Health;

/// <summary>One unit that is not alive, with what tells why.</summary>
/// <param name="Layer">The activation layer's name in its network.</param>
/// <param name="Unit">Its number in the layer, from 0.</param>
/// <param name="Verdict">What is said of it.</param>
/// <param name="ActiveRows">Rows that activate it.</param>
/// <param name="Rows">Of how many.</param>
/// <param name="LargestPreActivation">The largest number that went into its activation on any row: below 0, a rectifier is silent.</param>
public sealed record UnitLine(string Layer, int Unit, Verdict Verdict, int ActiveRows, int Rows, float LargestPreActivation);
