using Rectify.Activations;

namespace Rectify.Reports.Atlas;

/// <summary>How far the two ends of an activation reach, on which its derivative is too small, or zero.</summary>
/// <param name="Below">All x up to here are flat; null where the left end is not.</param>
/// <param name="Above">All x from here on are flat; null where the right end is not.</param>
internal sealed record FlatEnds(double? Below, double? Above)
{
    // Where nothing new happens any more, for every activation here; kinks lie on the grid.
    private const int Far = 1024, StepsPerUnit = 64, Halvings = 40;

    public bool IsNone => Below is null && Above is null;

    /// <summary>Where |f′| is below a threshold or, of the threshold 0, exactly zero.</summary>
    public static FlatEnds Of(Activation activation, float threshold)
    {
        float[] x = [.. Enumerable.Range(-Far * StepsPerUnit, 2 * Far * StepsPerUnit + 1).Select(i => (float)i / StepsPerUnit)];
        float[] derivative = new float[x.Length];
        activation.Derivative(x, derivative);
        int first = Array.FindIndex(derivative, d => !IsFlat(d)), last = Array.FindLastIndex(derivative, d => !IsFlat(d));
        if (first < 0) { return new(double.PositiveInfinity, double.NegativeInfinity); }
        return new(
            first == 0 ? null : Edge(flat: x[first - 1], steep: x[first]),
            last == x.Length - 1 ? null : Edge(flat: x[last + 1], steep: x[last]));

        bool IsFlat(float d) => threshold == 0 ? d == 0 : Math.Abs(d) < threshold;

        double Edge(double flat, double steep)
        {
            float[] slope = new float[1];
            for (int i = 0; i < Halvings; i++)
            {
                double middle = (flat + steep) / 2;
                activation.Derivative([(float)middle], slope);
                if (IsFlat(slope[0])) { flat = middle; }
                else { steep = middle; }
            }
            return Math.Round(flat, 3) + 0.0;
        }
    }
}
