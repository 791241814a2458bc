using Rectify.Data;

namespace Rectify.Health;

/// <summary>The size of each input that reaches the network, on the probe; of images, that of each channel over all its pixels.</summary>
/// <param name="Names">One an input.</param>
/// <param name="RootMeanSquares">√ of the mean square of each input: 1 for a standardised one, at most 1 for one scaled to 0…1.</param>
public sealed record InputStatistics(IReadOnlyList<string> Names, IReadOnlyList<double> RootMeanSquares)
{
    /// <param name="probe">The rows to measure.</param>
    /// <param name="names">What each of the units of a row's inputs is called.</param>
    /// <exception cref="ArgumentException">There are more names than inputs, or fewer.</exception>
    public static InputStatistics Of(SampleSource probe, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(probe);
        ArgumentNullException.ThrowIfNull(names);
        int units = probe.InputShape.Units;
        if (names.Count != units) { throw new ArgumentException($"There are {names.Count} names for {units} inputs: give one for each."); }
        double[] squares = new double[units];
        float[] row = new float[probe.InputShape.Length];
        for (int i = 0; i < probe.Count; i++)
        {
            probe.Fill([i], row, []);
            for (int c = 0; c < row.Length; c++) { squares[c % units] += (double)row[c] * row[c]; }
        }
        double numbers = Math.Max((double)probe.Count * probe.InputShape.Positions, 1);
        return new(names, [.. squares.Select(s => Math.Sqrt(s / numbers))]);
    }
}
