namespace Rectify.Training;

/// <summary>The mean absolute error: its best constant is the median, so outliers count for no more than others.</summary>
public sealed class AbsoluteError : RegressionLoss
{
    public override string Name => "mae";

    // Not MathF.Sign, which throws on NaN: a loss passes NaN on, so that divergence shows.
    private protected override (float Loss, float Slope) OfError(float error)
        => (MathF.Abs(error), error > 0 ? 1 : error < 0 ? -1 : error);
}
