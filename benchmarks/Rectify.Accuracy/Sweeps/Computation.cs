namespace Rectify.Accuracy;

/// <summary>Fills outputs from inputs, one for one.</summary>
internal delegate void Computation(ReadOnlySpan<float> inputs, Span<float> outputs);
