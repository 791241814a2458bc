using Rectify.Kernels;
using Rectify.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Rectify.Benchmarks;

/// <summary>A stack of layers in libtorch, channels first as it wants images.</summary>
internal sealed class LibtorchNetwork(NetworkCase network)
{
    private readonly Sequential _network = Stack(network);

    public static Sequential Stack(NetworkCase network) => nn.Sequential(network.Layers.Select(LayerOf));

    /// <summary>A step: a batch, cross-entropy, and Adam. Counts samples.</summary>
    public Contender Training(int threads)
    {
        CrossEntropyLoss loss = nn.CrossEntropyLoss();
        optim.Optimizer optimizer = optim.Adam(_network.parameters(), 1e-3);
        Tensor input = Samples(network.BatchSize), labels = randint(0, network.Classes, network.BatchSize, int64);
        return LibtorchRun.Scoped(network.BatchSize, threads, Step, _network, loss, optimizer, input, labels);

        void Step()
        {
            optimizer.zero_grad();
            loss.forward(_network.forward(input), labels).backward();
            optimizer.step();
        }
    }

    /// <summary>A prediction of a batch, counted in batches.</summary>
    public Contender Inference(int samples, int threads)
    {
        Tensor input = Samples(samples);
        _network.eval();
        return LibtorchRun.Predicting(1, threads, () => _network.forward(input), _network, input);
    }

    private Tensor Samples(int count)
    {
        Shape sample = network.Input;
        return sample.IsImage ? randn(count, sample.Units, sample.First, sample.Second) : randn(count, sample.Length);
    }

    private static nn.Module<Tensor, Tensor> LayerOf(string text)
    {
        string[] parts = text.Split(':');
        LayerSettings settings = new(parts[0], parts[^1]);
        return parts[0] switch
        {
            "dense" => nn.Linear(settings.Whole("inputs"), settings.Whole("outputs")),
            "conv2d" => nn.Conv2d(settings.Whole("inputs"), settings.Whole("outputs"), settings.Pair("kernel").Height),
            "max-pool" => nn.MaxPool2d(settings.Pair("window").Height),
            "flatten" => nn.Flatten(),
            _ => nn.ReLU(),
        };
    }
}
