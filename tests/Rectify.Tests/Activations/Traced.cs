using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Tests.Activations;

/// <summary>An activation's function as a kernel, so that a test can choose the lane width.</summary>
internal readonly struct Traced(Activation activation) : IUnary
{
    public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => activation.Trace(x);
}
