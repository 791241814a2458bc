using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Health;

/// <summary>How many starts of a network are drawn, and on how many rows each is looked at.</summary>
/// <remarks>From sizes rather than by a clock, so that the same seed gives the same forecast on any machine.</remarks>
internal readonly record struct ForecastEffort(int Starts, int Rows)
{
    private const int MostStarts = 2000, MostRows = 256;

    // Fewer starts say little of a probability, and on fewer rows more units look silent than are.
    private const int WantedStarts = 16, LeastRows = 32;

    // Seconds in all, and of each part on one core, roughly: to draw a weight, to multiply it, to look at a number.
    private const double Budget = 0.2, PerWeight = 40e-9, PerProduct = 0.1e-9, PerNumber = 4e-9, PerLayer = 2e-6;

    // What orthogonal weights cost beside drawing, for each vector to which one is made orthogonal.
    private const double PerVector = 0.1;

    /// <summary>Rows on which gradients are looked at: one number for each unit and row, so that few rows say much.</summary>
    public int GradientRows => Math.Min(Rows, LeastRows);

    /// <param name="network">The network.</param>
    /// <param name="initializer">How its weights are drawn.</param>
    /// <param name="rows">How many rows there are to look at.</param>
    public static ForecastEffort For(Network network, Initializer initializer, int rows)
    {
        double draws = 0, products = 0, numbers = network.InputShape.Length;
        int weighted = 0;
        foreach (Node node in network.Nodes)
        {
            Shape shape = network.ShapeOf(node.Index);
            numbers += shape.Length;
            foreach (Parameter weight in node.Layer.Parameters.Where(p => p.Role == ParameterRole.Weight))
            {
                int vectors = initializer is Orthogonal or LayerSequentialUnitVariance ? Math.Min(weight.Rows, weight.Columns) : 0;
                draws += weight.Length * (1 + PerVector * vectors);
                products += (double)weight.Length * shape.Positions;
                weighted++;
            }
        }

        double drawing = PerWeight * draws + PerLayer * network.Nodes.Count, row = PerProduct * products + PerNumber * numbers;
        int most = Math.Min(rows, network.BatchWithin(MostRows));
        int fitting = (int)Math.Min((Budget / WantedStarts - drawing) / row, most);
        ForecastEffort effort = new(1, Math.Max(fitting, Math.Min(LeastRows, most)));

        // Backward costs twice what forward does, beside a forward pass of its own. Scaling by data passes forward after each layer.
        double passes = 1 + (initializer.ScalesByData ? 2 * weighted : 0);
        double start = drawing + (passes * effort.Rows + 3 * effort.GradientRows) * row;
        return effort with { Starts = (int)Math.Clamp(Budget / start, 1, MostStarts) };
    }
}
