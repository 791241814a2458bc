using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>As usual: what is written stays in the caches for who reads it next.</summary>
internal readonly unsafe struct ThroughCaches : IStore
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(T value, float* target) where T : struct, ISimdLane<T>, ILane<T> => T.Store(value, target);
}
