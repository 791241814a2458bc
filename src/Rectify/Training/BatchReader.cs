using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>Looks at what the network says of a batch of rows, and at what is true.</summary>
public delegate void BatchReader(Batch output, ReadOnlySpan<float> targets);
