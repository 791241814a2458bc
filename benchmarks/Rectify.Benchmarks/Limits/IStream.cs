using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>What a loop over memory does with one register, in code that no compiler has to see through.</summary>
internal unsafe interface IStream
{
    static abstract void Move<T>(float* x, float* y, float* result) where T : struct, ISimdLane<T>, ILane<T>;
}
