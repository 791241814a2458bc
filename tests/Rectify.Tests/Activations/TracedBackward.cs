using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Tests.Activations;

/// <summary>An activation's derivative times a gradient as a kernel, so that a test can choose the lane width.</summary>
internal readonly struct TracedBackward(Activation activation) : IBinary
{
    public T Invoke<T>(T kept, T outputGradient) where T : struct, ISimdLane<T>, ILane<T>
        => activation.TraceDerivative(kept) * outputGradient;
}
