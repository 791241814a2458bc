using Rectify.Data;

namespace Rectify.Health;

/// <summary>The inputs that reach the network, on the probe; of images, each channel over all its pixels.</summary>
/// <param name="Inputs">One an input, in the network's order.</param>
public sealed record InputStatistics(IReadOnlyList<InputStatistics.Input> Inputs)
{
    // A column of a few values has no outliers, however rare one of them is: a category that few rows are of becomes such a column.
    private const int LeastValues = 10;

    // Outliers lie so many deviations of most rows away, and are so few.
    private const double FarAway = 30, MostFar = 0.05;

    /// <summary>What was measured of one input.</summary>
    /// <param name="Name">The column's name, with the category where it has them.</param>
    /// <param name="RootMeanSquare">1 for a standardised input, at most 1 for one scaled to 0…1.</param>
    /// <param name="Deviation">0 where the input is the same on every row.</param>
    /// <param name="OutlierVariance">
    /// The share of the variance that is made by outliers: at most 5 % of the rows, each over 30 deviations of most rows away from the
    /// median. 0 where there are none, or it was not measured, as for images and columns of few values.
    /// </param>
    /// <param name="Farthest">The largest distance from the median, in deviations of most rows.</param>
    public sealed record Input(string Name, double RootMeanSquare, double Deviation, double OutlierVariance, double Farthest);

    /// <summary>The mean square over all inputs: what weights are made for is 1.</summary>
    public double MeanSquare => Inputs.Count == 0 ? 0 : Inputs.Average(input => input.RootMeanSquare * input.RootMeanSquare);

    /// <param name="probe">The rows to measure.</param>
    /// <param name="names">What each of the units of a row's inputs is called.</param>
    /// <exception cref="ArgumentException">There are more names than inputs, or fewer.</exception>
    public static InputStatistics Of(SampleSource probe, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(probe);
        ArgumentNullException.ThrowIfNull(names);
        int units = probe.InputShape.Units;
        if (names.Count != units) { throw new ArgumentException($"There are {names.Count} names for {units} inputs: give one for each."); }
        return probe.InputShape.IsFlat ? OfColumns(probe, names) : OfChannels(probe, names);
    }

    private static InputStatistics OfColumns(SampleSource probe, IReadOnlyList<string> names)
    {
        int width = probe.InputShape.Length;
        float[] row = new float[width];
        float[][] columns = [.. names.Take(width).Select(_ => new float[probe.Count])];
        for (int i = 0; i < probe.Count; i++)
        {
            probe.Fill([i], row, []);
            for (int c = 0; c < columns.Length; c++) { columns[c][i] = row[c]; }
        }
        return new([.. names.Zip(columns, OfColumn)]);
    }

    private static Input OfColumn(string name, float[] values)
    {
        if (values.Length == 0) { return new(name, 0, 0, 0, 0); }
        double mean = values.Average(v => (double)v), square = values.Average(v => (double)v * v);
        double squares = values.Sum(v => (v - mean) * (v - mean));
        (double root, double deviation) = (Math.Sqrt(square), Math.Sqrt(squares / values.Length));
        if (values.Distinct().Take(LeastValues).Count() < LeastValues) { return new(name, root, deviation, 0, 0); }

        double[] sorted = [.. values.Select(v => (double)v).Order()];
        double median = sorted[sorted.Length / 2], scale = ScaleOf(sorted);
        double farthest = Math.Max(median - sorted[0], sorted[^1] - median) / scale;
        double[] far = [.. sorted.Where(v => Math.Abs(v - median) > FarAway * scale)];
        bool areFew = far.Length <= MostFar * sorted.Length;
        return new(name, root, deviation, areFew ? far.Sum(v => (v - mean) * (v - mean)) / squares : 0, farthest);
    }

    // The deviation of most rows, whatever a few are: of a normal distribution the quartiles are 1.349 deviations apart. Where half of
    // the rows are equal, that of all but the outermost fiftieth.
    private static double ScaleOf(double[] sorted)
    {
        double quartiles = sorted[3 * sorted.Length / 4] - sorted[sorted.Length / 4];
        if (quartiles > 0) { return quartiles / 1.349; }
        int cut = sorted.Length / 100;
        double[] middle = sorted[cut..^Math.Max(cut, 1)];
        double mean = middle.Average(), deviation = Math.Sqrt(middle.Average(v => (v - mean) * (v - mean)));
        return deviation > 0 ? deviation : double.Epsilon;
    }

    private static InputStatistics OfChannels(SampleSource probe, IReadOnlyList<string> names)
    {
        int units = probe.InputShape.Units;
        double[] sums = new double[units], squares = new double[units];
        float[] row = new float[probe.InputShape.Length];
        for (int i = 0; i < probe.Count; i++)
        {
            probe.Fill([i], row, []);
            for (int c = 0; c < row.Length; c++)
            {
                sums[c % units] += row[c];
                squares[c % units] += (double)row[c] * row[c];
            }
        }
        double numbers = Math.Max((double)probe.Count * probe.InputShape.Positions, 1);
        return new([.. names.Take(units).Select((name, c) =>
        {
            double mean = sums[c] / numbers, square = squares[c] / numbers;
            return new Input(name, Math.Sqrt(square), Math.Sqrt(Math.Max(square - mean * mean, 0)), 0, 0);
        })]);
    }
}
