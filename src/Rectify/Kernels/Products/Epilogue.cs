namespace Rectify.Kernels;

/// <summary>What is done to a part of a product as soon as it is finished, while it is still in the cache: bias, activation.</summary>
internal abstract class Epilogue
{
    /// <summary>Sees every element of the product exactly once, from any thread.</summary>
    /// <param name="product">The whole product, row by row.</param>
    /// <param name="columns">Columns of the product.</param>
    /// <param name="row">The first finished row.</param>
    /// <param name="rowCount">How many rows are finished.</param>
    /// <param name="column">The first finished column.</param>
    /// <param name="columnCount">How many columns are finished.</param>
    public abstract void Apply(Span<float> product, int columns, int row, int rowCount, int column, int columnCount);
}
