using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>The mean squared error: its best constant is the mean.</summary>
/// <param name="oneHot">Whether targets are classes, which are compared as 1 for the right one and 0 for the others.</param>
public sealed class SquaredError(bool oneHot = false) : RegressionLoss(oneHot)
{
    public override string Name => "mse";

    private protected override double Sum(ReadOnlySpan<float> values, ReadOnlySpan<float> targets, float count, Span<float> gradient)
        => ErrorSum.Of(new Term(), values, targets, count, gradient);

    private readonly struct Term : IErrorTerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (T Loss, T Slope) Of<T>(T error) where T : struct, ISimdLane<T>, ILane<T> => (error * error, 2 * error);
    }
}
