namespace Rectify.Training;

/// <summary>How well classes are told apart.</summary>
/// <param name="Rows">Rows judged.</param>
/// <param name="Loss">Mean loss.</param>
/// <param name="Confusion">Counts by true class (row) and predicted class (column).</param>
public sealed record ClassScore(int Rows, double Loss, int[][] Confusion) : Score(Rows, Loss)
{
    /// <summary>The share of rows whose class is predicted.</summary>
    public double Accuracy => (double)Confusion.Select((row, i) => row[i]).Sum() / Rows;

    /// <summary>The mean over classes of the share of its rows that is predicted: chance is 1/classes, however rare one is.</summary>
    public double BalancedAccuracy => Confusion.Select((row, i) => (Right: row[i], All: row.Sum())).Where(c => c.All > 0)
        .Select(c => (double)c.Right / c.All).DefaultIfEmpty(double.NaN).Average();

    public override double Headline => Accuracy;
}
