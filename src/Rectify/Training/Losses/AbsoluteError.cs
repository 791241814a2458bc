using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>The mean absolute error: its best constant is the median, so outliers count for no more than others.</summary>
/// <param name="oneHot">Whether targets are classes, which are compared as 1 for the right one and 0 for the others.</param>
public sealed class AbsoluteError(bool oneHot = false) : RegressionLoss(oneHot)
{
    public override string Name => "mae";

    private protected override double Sum(ReadOnlySpan<float> values, ReadOnlySpan<float> targets, float count, Span<float> gradient)
        => ErrorSum.Of(new Term(), values, targets, count, gradient);

    private readonly struct Term : IErrorTerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (T Loss, T Slope) Of<T>(T error) where T : struct, ISimdLane<T>, ILane<T>
            // NaN stays: a loss passes it on, so that divergence shows.
            => (T.Abs(error), T.IfPositive(error, 1, T.IfPositive(-error, -1f, error)));
    }
}
