using TorchSharp;

namespace Rectify.Benchmarks;

/// <summary>libtorch through TorchSharp, as a person would call it: each product is a new tensor.</summary>
internal static class Libtorch
{
    public static Contender Product(ProductCase product, int threads)
    {
        torch.Tensor a = product.TransposeA ? torch.rand(product.Depth, product.Rows).t() : torch.rand(product.Rows, product.Depth);
        torch.Tensor b = product.TransposeB ? torch.rand(product.Columns, product.Depth).t() : torch.rand(product.Depth, product.Columns);
        return new Contender(product.Work, () =>
        {
            // Set at each run, because the contenders take turns; it is a few nanoseconds when nothing changes.
            torch.set_num_threads(threads);
            using torch.Tensor result = torch.mm(a, b);
        });
    }
}
