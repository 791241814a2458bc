namespace Rectify.Kernels;

/// <summary>An optimizer's rule for one weight, over lanes. It moves the weight and the two numbers it remembers of it.</summary>
internal interface IUpdate
{
    void Invoke<T>(ref T weight, T gradient, ref T first, ref T second) where T : struct, ISimdLane<T>, ILane<T>;
}
