namespace Rectify.Kernels;

/// <summary>How results reach memory.</summary>
internal unsafe interface IStore
{
    static abstract void Store<T>(T value, float* target) where T : struct, ISimdLane<T>, ILane<T>;
}
