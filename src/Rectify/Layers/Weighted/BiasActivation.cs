using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>Adds a bias to each column of a product and applies an activation, while the product is in the cache.</summary>
internal sealed class BiasActivation(Parameter bias, Activation? activation, Batch? output) : Epilogue
{
    public override void Apply(Span<float> product, int columns, int row, int rowCount, int column, int columnCount)
    {
        // Whole rows lie one after the other: one call for all of them, which narrow products feel.
        ReadOnlySpan<float> biases = bias.Value.Slice(column, columnCount);
        (int runs, int length) = columnCount == columns ? (1, rowCount * columns) : (rowCount, columnCount);
        for (int run = 0; run < runs; run++)
        {
            int start = (row + run) * columns + column;
            Span<float> preActivation = product.Slice(start, length);
            if (activation is null) { Arithmetic.AddToRows(preActivation, biases); }
            else { activation.ForwardBiased(preActivation, biases, output!.Values.Slice(start, length)); }
        }
    }
}
