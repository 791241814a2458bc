namespace Rectify.Kernels;

/// <summary>A function of two numbers, over any lane.</summary>
internal interface IBinary
{
    T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T>;
}
