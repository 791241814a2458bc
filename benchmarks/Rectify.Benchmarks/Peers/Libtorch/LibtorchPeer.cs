using Rectify.Layers;
using TorchSharp;

namespace Rectify.Benchmarks;

/// <summary>libtorch through TorchSharp, as a person would call it: each result is a new tensor.</summary>
internal sealed class LibtorchPeer : Peer
{
    private readonly LibtorchActivations _activations = new();

    public LibtorchPeer()
    {
        LibtorchLibrary.Load();
        torch.set_num_threads(1);
    }

    public override string Name => "libtorch";

    public override bool Trains => true;

    public override string Version
        => $"libtorch {ThreeFields(new(torch.__version__))} through TorchSharp {ThreeFields(typeof(torch).Assembly.GetName().Version!)}";

    public override Contender? Forward(ActivationCase activation, int threads) => _activations.Forward(activation, threads);

    public override Contender? InPlace(ActivationCase activation, int threads) => _activations.InPlace(activation, threads);

    public override Contender? Backward(ActivationCase activation, int threads) => _activations.Backward(activation, threads);

    public override Contender? Product(ProductCase product, int threads)
    {
        torch.Tensor a = product.TransposeA ? torch.rand(product.Depth, product.Rows).t() : torch.rand(product.Rows, product.Depth);
        torch.Tensor b = product.TransposeB ? torch.rand(product.Columns, product.Depth).t() : torch.rand(product.Depth, product.Columns);
        return LibtorchRun.Predicting(product.Work, threads, () => torch.mm(a, b), a, b);
    }

    public override Contender? Convolution(ConvolutionCase convolution, int threads)
    {
        LayerSettings settings = convolution.Settings;
        (int kernel, int stride) = (settings.Pair("kernel").Height, settings.Pair("stride").Height);
        int groups = settings.Whole("groups"), padding = convolution.Padding;
        torch.Tensor input = torch.rand(convolution.Images, convolution.Channels, convolution.Side, convolution.Side);
        torch.Tensor weight = torch.rand(settings.Whole("outputs"), convolution.Channels / groups, kernel, kernel);
        return LibtorchRun.Predicting(
            convolution.Work,
            threads,
            () => torch.nn.functional.conv2d(
                input, weight, strides: [stride, stride], padding: [padding, padding], groups: groups),
            input,
            weight);
    }

    public override Contender? Layer(LayerCase layer, bool isBackward, int threads) => LibtorchPasses.Layer(layer, isBackward, threads);

    public override Contender? CrossEntropy(int rows, int classes, int threads) => LibtorchPasses.CrossEntropy(rows, classes, threads);

    public override Contender? Step(OptimizerCase optimizer, int threads) => LibtorchPasses.Step(optimizer, threads);

    public override Contender? Training(NetworkCase network, int threads) => new LibtorchNetwork(network).Training(threads);

    public override Contender? Inference(NetworkCase network, int samples, int threads)
        => new LibtorchNetwork(network).Inference(samples, threads);

    private static string ThreeFields(Version version) => version.ToString(fieldCount: 3);
}
