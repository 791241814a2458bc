using Rectify.Data;
using Rectify.Health;
using Rectify.Training;

namespace Rectify.Comparisons;

/// <summary>The number by which runs are compared.</summary>
/// <param name="Name">accuracy, balanced accuracy, rmse or R².</param>
/// <param name="LargerIsBetter">Whether the larger is the better.</param>
public sealed record Measure(string Name, bool LargerIsBetter)
{
    private static readonly Measure Accuracy = new("accuracy", true), BalancedAccuracy = new("balanced accuracy", true);
    private static readonly Measure Rmse = new("rmse", false), R2 = new("R²", true);

    /// <summary>
    /// What suits the data: accuracy, or where one class is rare the mean over classes; rmse, in the target's unit; of a reconstruction
    /// the share of variance explained, which does not depend on how inputs are scaled.
    /// </summary>
    public static Measure For(LearningData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Task switch
        {
            TaskKind.Regression => Rmse,
            TaskKind.Reconstruction => R2,
            _ => ImbalancedLabels.IsImbalanced(data.ClassCounts) ? BalancedAccuracy : Accuracy,
        };
    }

    /// <exception cref="ArgumentException">The score is not of the kind that has this number.</exception>
    public double Of(Score score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return (score, Name) switch
        {
            (ClassScore c, "accuracy") => c.Accuracy,
            (ClassScore c, "balanced accuracy") => c.BalancedAccuracy,
            (NumberScore n, "rmse") => n.Rmse,
            (NumberScore n, "R²") => n.R2,
            _ => throw new ArgumentException($"Such a score has no {Name}.", nameof(score)),
        };
    }

    /// <summary>
    /// The standard deviation that the difference of two scores has at least. Accuracy moves in steps of 1/rows, and two numbers rounded
    /// to a step differ by step/√6 from what they were; so five equal differences are no proof that chance is absent.
    /// </summary>
    /// <param name="rows">Rows judged.</param>
    public double LeastDeviation(int rows) => Name.EndsWith("accuracy", StringComparison.Ordinal) ? 1 / (rows * Math.Sqrt(6)) : 0;
}
