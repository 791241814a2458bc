using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>From a number drawn from [0, 1) to the factor of what is dropped at <paramref name="rate"/>: 0, or 1/(1 − rate).</summary>
internal readonly struct DropoutFactor(float rate) : IUnary
{
    private readonly float _scale = 1 / (1 - rate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Invoke<T>(T drawn) where T : struct, ISimdLane<T>, ILane<T> => T.IfPositive(rate - drawn, 0, _scale);
}
