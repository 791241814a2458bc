using Rectify.Layers;
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

    /// <summary>Forward only: backward is measured in whole networks, because autograd does not compute one gradient alone.</summary>
    public static Contender[] Convolutions(ConvolutionCase convolution, int threads)
    {
        LayerSettings settings = new("conv2d", convolution.Layer[(convolution.Layer.IndexOf(':') + 1)..]);
        (int kernel, int stride) = (settings.Pair("kernel").Height, settings.Pair("stride").Height);
        int groups = settings.Whole("groups"), padding = settings.Word("padding") == "same" ? kernel / 2 : 0;
        torch.Tensor input = torch.rand(convolution.Images, convolution.Channels, convolution.Side, convolution.Side);
        torch.Tensor weight = torch.rand(settings.Whole("outputs"), convolution.Channels / groups, kernel, kernel);
        return
        [
            new(convolution.Work, () =>
            {
                torch.set_num_threads(threads);
                using var noGrad = torch.no_grad();
                using torch.Tensor output = torch.nn.functional.conv2d(
                    input, weight, strides: [stride, stride], padding: [padding, padding], groups: groups);
            }),
        ];
    }
}
