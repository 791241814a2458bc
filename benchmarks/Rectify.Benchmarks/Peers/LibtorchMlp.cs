using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Rectify.Benchmarks;

/// <summary>A multilayer perceptron in libtorch: a step is a batch, cross-entropy, and Adam.</summary>
internal sealed class LibtorchMlp
{
    private readonly Sequential _network;
    private readonly CrossEntropyLoss _loss = nn.CrossEntropyLoss();
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor _input, _labels;
    private readonly int _batchSize, _threads;

    public LibtorchMlp(NetworkCase network, int threads)
    {
        (_batchSize, _threads) = (network.BatchSize, threads);
        List<nn.Module<Tensor, Tensor>> layers = [];
        for (int i = 0; i + 1 < network.Widths.Length; i++)
        {
            if (i > 0) { layers.Add(nn.ReLU()); }
            layers.Add(nn.Linear(network.Widths[i], network.Widths[i + 1]));
        }
        _network = nn.Sequential(layers);
        _input = rand(_batchSize, network.Widths[0]);
        _labels = randint(0, network.Widths[^1], _batchSize, int64);
        _optimizer = optim.Adam(_network.parameters(), 1e-3);
    }

    /// <summary>A contender that counts training samples.</summary>
    public Contender Training => new(_batchSize, Step);

    private void Step()
    {
        set_num_threads(_threads);
        using DisposeScope scope = NewDisposeScope();
        _optimizer.zero_grad();
        _loss.forward(_network.forward(_input), _labels).backward();
        _optimizer.step();
    }
}
