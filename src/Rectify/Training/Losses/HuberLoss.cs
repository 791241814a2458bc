using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>Half the squared error up to an error of 1, then linear.</summary>
/// <remarks>Huber 1964, with δ = 1 as PyTorch.</remarks>
/// <param name="oneHot">Whether targets are classes, which are compared as 1 for the right one and 0 for the others.</param>
public sealed class HuberLoss(bool oneHot = false) : RegressionLoss(oneHot)
{
    public override string Name => "huber";

    private protected override double Sum(ReadOnlySpan<float> values, ReadOnlySpan<float> targets, float count, Span<float> gradient)
        => ErrorSum.Of(new Term(), values, targets, count, gradient);

    private readonly struct Term : IErrorTerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (T Loss, T Slope) Of<T>(T error) where T : struct, ISimdLane<T>, ILane<T>
        {
            T distance = T.Abs(error), beyond = distance - 1;
            T loss = T.IfPositive(beyond, distance - 0.5f, 0.5f * error * error), slope = T.Min(T.Max(error, -1f), 1);
            return (loss, slope);
        }
    }
}
