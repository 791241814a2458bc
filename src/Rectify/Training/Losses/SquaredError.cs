namespace Rectify.Training;

/// <summary>The mean squared error: its best constant is the mean.</summary>
public sealed class SquaredError : RegressionLoss
{
    public override string Name => "mse";
    private protected override (float Loss, float Slope) OfError(float error) => (error * error, 2 * error);
}
