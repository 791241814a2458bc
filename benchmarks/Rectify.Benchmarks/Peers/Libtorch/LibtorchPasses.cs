using Rectify.Kernels;
using TorchSharp;
using static TorchSharp.torch;

namespace Rectify.Benchmarks;

/// <summary>libtorch's layers without a product, its cross-entropy and its optimizers.</summary>
internal static class LibtorchPasses
{
    public static Contender? Layer(LayerCase layer, bool isBackward, int threads)
    {
        Shape sample = layer.Sample;
        Tensor input = sample.IsImage
            ? rand(layer.Samples, sample.Units, sample.First, sample.Second)
            : rand(layer.Samples, sample.Length);
        Tensor scale = ones(sample.Units), shift = zeros(sample.Units), mean = zeros(sample.Units), variance = ones(sample.Units);
        Func<Tensor> forward = layer.Kind switch
        {
            "max-pool" => () => nn.functional.max_pool2d(
                input, layer.Settings.Pair("window").Height, layer.Settings.Pair("stride").Height),
            "batch-norm" => () => nn.functional.batch_norm(input, mean, variance, scale, shift, training: true),
            _ => () => nn.functional.layer_norm(input, [sample.Units], scale, shift),
        };
        Tensor[] tensors = [input, scale, shift, mean, variance];
        if (!isBackward) { return LibtorchRun.Predicting(layer.ForwardBytes, threads, forward, tensors); }

        input.requires_grad_();
        Tensor output = forward(), outputGradient = rand_like(output);
        return LibtorchRun.Backward(layer.BackwardBytes, threads, output, input, outputGradient, [.. tensors, outputGradient]);
    }

    public static Contender CrossEntropy(int rows, int classes, int threads)
    {
        Tensor output = rand(rows, classes).requires_grad_(), labels = randint(0, classes, rows, int64);
        return LibtorchRun.Scoped(
            2.0 * sizeof(float) * rows * classes,
            threads,
            () => autograd.grad([nn.functional.cross_entropy(output, labels)], [output]),
            output,
            labels);
    }

    public static Contender Step(OptimizerCase optimizer, int threads)
    {
        nn.Module network = LibtorchNetwork.Stack(optimizer.Network);
        foreach (var parameter in network.parameters()) { parameter.grad = rand_like(parameter); }
        optim.Optimizer steps = optimizer.Name == "adam"
            ? optim.Adam(network.parameters(), 1e-3)
            : optim.SGD(network.parameters(), 1e-3, optimizer.Momentum);
        return LibtorchRun.Scoped(optimizer.Work, threads, () => steps.step(), steps, network);
    }
}
