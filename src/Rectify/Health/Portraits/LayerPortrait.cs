namespace Rectify.Health;

/// <summary>What the units of one layer did.</summary>
/// <param name="Layer">The activation layer's name in its network.</param>
/// <param name="Rows">Rows of which rates are shares: all of the epoch's where they were counted, else those of a look.</param>
/// <param name="Rates">For each unit a <see cref="FiringRate"/>, a byte each, because a run has many epochs and units.</param>
/// <param name="Fan">What went into them.</param>
public sealed record LayerPortrait(string Layer, long Rows, IReadOnlyList<byte> Rates, PreActivationFan Fan);
