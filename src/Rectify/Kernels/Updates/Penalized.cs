using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// An update whose weight first shrinks by a share of itself, and whose gradient is scaled (to clip it) and then gets the
/// slope of the penalties λ₂/2·w² and λ₁·|w|.
/// </summary>
internal readonly struct Penalized<TUpdate>(TUpdate update, float scale, float l1, float l2, float decay) : IUpdate
    where TUpdate : struct, IUpdate
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(ref T weight, T gradient, ref T first, ref T second) where T : struct, ISimdLane<T>, ILane<T>
    {
        T sign = T.IfPositive(weight, 1, T.IfPositive(-weight, -1f, 0));
        T slope = T.Fma(gradient, scale, T.Fma(l2, weight, l1 * sign));
        weight = T.Fma(-decay, weight, weight);
        update.Invoke(ref weight, slope, ref first, ref second);
    }
}
