using Rectify.Kernels;
using Rectify.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Rectify.Benchmarks;

/// <summary>A stack of layers in libtorch, channels first as it wants images: a step is a batch, cross-entropy, and Adam.</summary>
internal sealed class LibtorchNetwork
{
    private readonly Sequential _network;
    private readonly CrossEntropyLoss _loss = nn.CrossEntropyLoss();
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor _input, _labels;
    private readonly int _batchSize, _threads;

    public LibtorchNetwork(NetworkCase network, int threads)
    {
        (_batchSize, _threads) = (network.BatchSize, threads);
        _network = nn.Sequential(network.Layers.Select(LayerOf));
        Shape input = network.Input;
        _input = input.IsImage ? rand(_batchSize, input.Third, input.First, input.Second) : rand(_batchSize, input.Length);
        _labels = randint(0, network.Build().OutputShape.Length, _batchSize, int64);
        _optimizer = optim.Adam(_network.parameters(), 1e-3);
    }

    /// <summary>A contender that counts training samples.</summary>
    public Contender Training => new(_batchSize, Step);

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

    private void Step()
    {
        set_num_threads(_threads);
        using DisposeScope scope = NewDisposeScope();
        _optimizer.zero_grad();
        _loss.forward(_network.forward(_input), _labels).backward();
        _optimizer.step();
    }
}
