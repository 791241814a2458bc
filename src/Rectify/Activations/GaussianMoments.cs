using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>What an activation makes of normal pre-activations on average, by quadrature.</summary>
/// <remarks>
/// The trapezoid rule, whose error vanishes fast for a function that fades at both ends; of a standard normal number the usual kinks
/// (0, ±3, 6) lie on its grid. Only our own lane code and + − × ÷ in double precision, since initial weights depend on its bits.
/// </remarks>
internal static class GaussianMoments
{
    private const int StepsPerUnit = 128, End = 10, Points = 2 * End * StepsPerUnit + 1;

    private static readonly Grid Whole = new(shift: 0), Between = new(shift: 0.5f);

    /// <summary>E[f(z)] for a standard normal z.</summary>
    public static double MeanOfOutput(Activation activation)
        => Average(activation.Forward, Whole, mean: 0, deviation: 1, isSquared: false);

    /// <summary>E[f(z)²] for a normal z.</summary>
    public static double OfOutput(Activation activation, double mean = 0, double deviation = 1)
        => Average(activation.Forward, Whole, mean, deviation, isSquared: true);

    /// <summary>E[f′(z)²] for a normal z.</summary>
    /// <remarks>Halfway between the kinks, because a derivative jumps there.</remarks>
    public static double OfDerivative(Activation activation, double mean = 0, double deviation = 1)
        => Average(activation.Derivative, Between, mean, deviation, isSquared: true);

    private static double Average(Map map, Grid grid, double mean, double deviation, bool isSquared)
    {
        float[] x = new float[Points], y = new float[Points];
        for (int i = 0; i < Points; i++) { x[i] = (float)(mean + deviation * grid.At(i)); }
        map(x, y);

        double moment = 0, total = 0;
        for (int i = 0; i < Points; i++)
        {
            double part = grid.Densities[i] * y[i];
            moment += isSquared ? part * y[i] : part;
            total += grid.Densities[i];
        }
        return moment / total;
    }

    private delegate void Map(ReadOnlySpan<float> x, Span<float> y);

    private sealed class Grid
    {
        private readonly float _shift;

        public Grid(float shift)
        {
            _shift = shift;
            Densities = [.. Enumerable.Range(0, Points).Select(point => (double)Normal.Density((Lane1)At(point)).Value)];
        }

        /// <summary>The density of a standard normal number at each point.</summary>
        public double[] Densities { get; }

        public float At(int point) => (point - End * StepsPerUnit + _shift) / StepsPerUnit;
    }
}
