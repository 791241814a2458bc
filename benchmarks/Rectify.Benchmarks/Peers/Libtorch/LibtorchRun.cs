using TorchSharp;

namespace Rectify.Benchmarks;

/// <summary>
/// Contenders of libtorch. The number of threads is set at each run, because contenders take turns; it costs some nanoseconds where
/// nothing changes.
/// </summary>
internal static class LibtorchRun
{
    private const string Name = "libtorch";

    /// <summary>A run that keeps nothing for backward, and whose result is freed.</summary>
    public static Contender Predicting(double work, int threads, Func<torch.Tensor> run, params IEnumerable<IDisposable> owned)
        => new(Name, work, () =>
        {
            torch.set_num_threads(threads);
            using IDisposable noGradient = torch.no_grad();
            using torch.Tensor result = run();
        })
        {
            Owned = new Owned(owned),
        };

    /// <summary>Autograd's backward from an output to an input, again and again through the same graph.</summary>
    public static Contender Backward(
        double work,
        int threads,
        torch.Tensor output,
        torch.Tensor input,
        torch.Tensor outputGradient,
        params IEnumerable<IDisposable> owned)
    {
        torch.Tensor[] outputs = [output], inputs = [input], gradients = [outputGradient];
        return new(Name, work, () =>
        {
            torch.set_num_threads(threads);
            torch.autograd.grad(outputs, inputs, gradients, retain_graph: true)[0].Dispose();
        })
        {
            Owned = new Owned([output, .. owned]),
        };
    }

    /// <summary>A run whose tensors are all freed after it.</summary>
    public static Contender Scoped(double work, int threads, Action run, params IEnumerable<IDisposable> owned)
        => new(Name, work, () =>
        {
            torch.set_num_threads(threads);
            using DisposeScope scope = torch.NewDisposeScope();
            run();
        })
        {
            Owned = new Owned(owned),
        };
}
