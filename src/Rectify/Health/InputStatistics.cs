using Rectify.Data;

namespace Rectify.Health;

/// <summary>The size of each input that reaches the network, on the probe.</summary>
/// <param name="Names">One an input.</param>
/// <param name="RootMeanSquares">√ of the mean square of each input: 1 for a standardised one, at most 1 for one scaled to 0…1.</param>
public sealed record InputStatistics(IReadOnlyList<string> Names, IReadOnlyList<double> RootMeanSquares)
{
    public static InputStatistics Of(SampleSource probe, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(probe);
        int width = probe.InputShape.Length;
        double[] squares = new double[width];
        float[] row = new float[width];
        for (int i = 0; i < probe.Count; i++)
        {
            probe.Fill([i], row, []);
            for (int c = 0; c < width; c++) { squares[c] += (double)row[c] * row[c]; }
        }
        return new(names, [.. squares.Select(s => Math.Sqrt(s / Math.Max(probe.Count, 1)))]);
    }
}
