namespace Rectify.Kernels;

/// <summary>What the places under a window come to.</summary>
internal unsafe interface IWindowFold
{
    /// <summary>The number for the channels at <paramref name="from"/>, the window's first place.</summary>
    static abstract T Of<T>(Patch places, float* from) where T : struct, ISimdLane<T>, ILane<T>;
}
