using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>Adds a bias to each column of a product and applies an activation, while the product is in the cache.</summary>
internal sealed class BiasActivation(Parameter bias, Activation? activation, Batch? output) : Epilogue
{
    public override void Apply(Span<float> product, int columns, int row, int rowCount, int column, int columnCount)
    {
        ReadOnlySpan<float> biases = bias.Value.Slice(column, columnCount);
        for (int i = row; i < row + rowCount; i++)
        {
            int start = i * columns + column;
            Span<float> preActivation = product.Slice(start, columnCount);
            if (activation is null) { Arithmetic.Add(preActivation, biases); }
            else { activation.ForwardBiased(preActivation, biases, output!.Values.Slice(start, columnCount)); }
        }
    }
}
