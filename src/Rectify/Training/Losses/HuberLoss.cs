namespace Rectify.Training;

/// <summary>Half the squared error up to an error of 1, then linear.</summary>
/// <remarks>Huber 1964, with δ = 1 as PyTorch.</remarks>
public sealed class HuberLoss : RegressionLoss
{
    public override string Name => "huber";

    private protected override (float Loss, float Slope) OfError(float error)
        => MathF.Abs(error) <= 1 ? (error * error / 2, error) : (MathF.Abs(error) - 0.5f, error > 0 ? 1 : error < 0 ? -1 : error);
}
