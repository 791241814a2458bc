namespace Rectify.Training;

/// <summary>How well numbers are predicted.</summary>
/// <param name="Rows">Rows judged.</param>
/// <param name="Loss">Mean loss, of the standardised target.</param>
/// <param name="Rmse">Root of the mean squared error, in the target's unit; of a reconstruction, in that of the scaled inputs.</param>
/// <param name="Mae">Mean absolute error, in the same unit.</param>
/// <param name="R2">
/// 1 − squared error over that of the rows' own mean, of each output its own; NaN where all targets are equal. Of a
/// reconstruction it is the share of variance explained.
/// </param>
public sealed record NumberScore(int Rows, double Loss, double Rmse, double Mae, double R2) : Score(Rows, Loss)
{
    public override double Headline => R2;
}
