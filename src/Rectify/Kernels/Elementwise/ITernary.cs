namespace Rectify.Kernels;

/// <summary>A function of three numbers, over any lane.</summary>
internal interface ITernary
{
    T Invoke<T>(T x, T y, T z) where T : struct, ISimdLane<T>, ILane<T>;
}
