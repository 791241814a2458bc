using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Rectify.Benchmarks;

/// <summary>The network 784-512-256-10 in libtorch: one step is a batch of 128, cross-entropy, and Adam.</summary>
internal sealed class LibtorchMlp
{
    private const int Batch = 128;

    private readonly Sequential _network = nn.Sequential(
        nn.Linear(784, 512), nn.ReLU(), nn.Linear(512, 256), nn.ReLU(), nn.Linear(256, 10));

    private readonly CrossEntropyLoss _loss = nn.CrossEntropyLoss();
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor _input = rand(Batch, 784);
    private readonly Tensor _labels = randint(0, 10, Batch, int64);
    private readonly int _threads;

    public LibtorchMlp(int threads)
    {
        _threads = threads;
        _optimizer = optim.Adam(_network.parameters(), 1e-3);
    }

    /// <summary>A contender that counts training samples.</summary>
    public Contender Training => new(Batch, Step);

    private void Step()
    {
        set_num_threads(_threads);
        using DisposeScope scope = NewDisposeScope();
        _optimizer.zero_grad();
        _loss.forward(_network.forward(_input), _labels).backward();
        _optimizer.step();
    }
}
