using System.Globalization;
using System.Text;

namespace Rectify.Reports.Atlas;

/// <summary>
/// What was measured of an activation: a row of measured.csv, which is written from docs/accuracy.md and docs/performance.md.
/// </summary>
/// <param name="Activation">Its name.</param>
/// <param name="ForwardUlp">The largest error of the function over all floats, in units in the last place.</param>
/// <param name="DerivativeUlp">That of the derivative.</param>
/// <param name="Bits">How wide the registers were.</param>
/// <param name="ForwardNanoseconds">Per number, of 16,384 on one thread.</param>
/// <param name="BackwardNanoseconds">The same of the way back.</param>
/// <param name="Ratio">How many times as fast as libtorch, forward; NaN where it has no such function.</param>
internal sealed record Measurement(
    string Activation, double ForwardUlp, double DerivativeUlp, int Bits, double ForwardNanoseconds, double BackwardNanoseconds,
    double Ratio)
{
    /// <summary>Every row: an activation has one for each register width; a new one has none until it is measured.</summary>
    public static IReadOnlyList<Measurement> All { get; } = Read();

    public static IEnumerable<Measurement> Of(string activation) => All.Where(row => row.Activation == activation);

    private static Measurement[] Read()
    {
        using Stream stream = typeof(Measurement).Assembly.GetManifestResourceStream("measured.csv")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => Of(line.Split(',')))];
    }

    private static Measurement Of(string[] cells)
        => new(
            cells[0], Number(cells[1]), Number(cells[2]), (int)Number(cells[3]), Number(cells[4]), Number(cells[5]), Number(cells[6]));

    private static double Number(string cell) => cell == "" ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture);
}
