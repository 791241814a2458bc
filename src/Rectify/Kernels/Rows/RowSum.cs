using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Sums along rows, as many at once as a lane holds.</summary>
internal static class RowSum
{
    // Stretches are summed by themselves, so that the error grows with them rather than with the row.
    private const int Stretch = 64;

    /// <summary>Σ of the terms of columns 0 … width − 1, in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<TTerm, T>(TTerm term, int width) where TTerm : struct, IRowTerm<T> where T : struct, ISimdLane<T>, ILane<T>
    {
        T sum = 0;
        for (int from = 0; from < width; from += Stretch)
        {
            T part = 0;
            for (int column = from; column < Math.Min(from + Stretch, width); column++) { part = term.AddTo(part, column); }
            sum += part;
        }
        return sum;
    }
}
