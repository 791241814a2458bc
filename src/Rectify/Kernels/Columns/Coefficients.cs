using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>The coefficients of a few columns: rows of one number a column, which lie one after the other.</summary>
internal readonly unsafe struct Coefficients<T>(float* first, int columns) where T : struct, ISimdLane<T>, ILane<T>
{
    /// <summary>Those of row <paramref name="row"/>.</summary>
    public T this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.Load(first + row * columns);
    }
}
