namespace Rectify.Kernels;

/// <summary>A function of one number, over any lane.</summary>
internal interface IUnary
{
    T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T>;
}
