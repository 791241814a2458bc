using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Past the caches, for results that are larger than they are.</summary>
/// <remarks>Memory is then not read before it is written: a copy of 64 MiB takes two thirds of the time, one of 4 MiB longer.</remarks>
internal readonly unsafe struct AroundCaches : IStore
{
    /// <summary>From how many numbers on it is worth it: 16 MiB.</summary>
    private const int WorthIt = 4 * 1024 * 1024;

    /// <summary>Whether so many results should go there: not what an input just brought into a cache.</summary>
    public static bool IsBetter(float* result, float* x, float* y, int length, int width)
        => length >= WorthIt && result != x && result != y && (nuint)result % (nuint)(width * sizeof(float)) == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(T value, float* target) where T : struct, ISimdLane<T>, ILane<T> => T.StoreAround(value, target);
}
