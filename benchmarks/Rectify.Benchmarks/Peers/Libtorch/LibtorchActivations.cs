using TorchSharp;
using static TorchSharp.torch.nn;

namespace Rectify.Benchmarks;

/// <summary>libtorch's activations, over numbers in the range of ours.</summary>
internal sealed class LibtorchActivations
{
    private delegate torch.Tensor Function(torch.Tensor x, bool inPlace);

    /// <summary>What they are called, by the names of the catalog, both with their defaults.</summary>
    private static readonly Dictionary<string, Function> Functions = new()
    {
        ["relu"] = functional.relu,
        ["leaky-relu"] = (x, inPlace) => functional.leaky_relu(x, inplace: inPlace),
        ["prelu"] = (x, _) => functional.prelu(x, PReluSlope),
        ["rrelu"] = (x, inPlace) => functional.rrelu(x, inplace: inPlace),
        ["elu"] = (x, inPlace) => functional.elu(x, 1, inPlace),
        ["gelu"] = functional.gelu,
        ["relu6"] = functional.relu6,
        ["selu"] = functional.selu,
        ["celu"] = (x, inPlace) => functional.celu(x, 1, inPlace),
        ["gelu-tanh"] = (x, inPlace) => functional.gelu(x, TorchSharp.Modules.GELU.Approximate.tanh, inPlace),
        ["silu"] = functional.silu,
        ["mish"] = functional.mish,
        ["softplus"] = (x, _) => functional.softplus(x),
        ["softsign"] = functional.softsign,
        ["hard-sigmoid"] = functional.hardsigmoid,
        ["hard-swish"] = functional.hardswish,
        ["squared-relu"] = (x, _) =>
        {
            using torch.Tensor positive = functional.relu(x);
            return positive.square();
        },
        ["sigmoid"] = functional.sigmoid,
        ["tanh"] = functional.tanh,
        ["log-sigmoid"] = (x, _) => functional.logsigmoid(x),
    };

    private static readonly Lazy<torch.Tensor> Slope = new(() => torch.full(1, 0.25f));

    // Copies of the numbers that ours read; one set, for the activations of a table come one after the other.
    private ActivationBuffers? _source;
    private torch.Tensor _input = null!, _outputGradient = null!;

    private static torch.Tensor PReluSlope => Slope.Value;

    public Contender? Forward(ActivationCase activation, int threads)
    {
        if (!Functions.TryGetValue(activation.Name, out Function? function)) { return null; }
        TakeNumbers(activation.Buffers);
        torch.Tensor input = _input;
        return LibtorchRun.Predicting(activation.Length, threads, () => function(input, inPlace: false));
    }

    public Contender? InPlace(ActivationCase activation, int threads)
    {
        if (!Functions.TryGetValue(activation.Name, out Function? function)) { return null; }
        TakeNumbers(activation.Buffers);
        torch.Tensor input = _input.clone();

        // As ours: what shrinks at each pass is zero before the clock runs.
        for (int i = 0; i < 30; i++) { function(input, inPlace: true).Dispose(); }
        return LibtorchRun.Predicting(activation.Length, threads, () => function(input, inPlace: true), input);
    }

    public Contender? Backward(ActivationCase activation, int threads)
    {
        if (!Functions.TryGetValue(activation.Name, out Function? function)) { return null; }
        TakeNumbers(activation.Buffers);
        torch.Tensor input = _input.detach().requires_grad_();
        return LibtorchRun.Backward(activation.Length, threads, function(input, inPlace: false), input, _outputGradient, input);
    }

    // The C library gives memory of freed outputs back to the system, or not, by the largest block that was ever freed. One of
    // nearly the most that counts, and no output of up to 32 MiB is paid for with page faults, as in a process that has run a while.
    private static void SettleAllocator() => torch.empty(8 * 1024 * 1024 - 4096).Dispose();

    private void TakeNumbers(ActivationBuffers buffers)
    {
        if (_source == buffers) { return; }
        _input?.Dispose();
        _outputGradient?.Dispose();
        _source = buffers;
        SettleAllocator();
        _input = torch.tensor(buffers.Input.ToArray());
        _outputGradient = torch.tensor(buffers.OutputGradient.ToArray());
    }
}
