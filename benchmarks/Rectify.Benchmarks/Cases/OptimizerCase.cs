using Rectify.Kernels;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Benchmarks;

/// <summary>A step of an optimizer over the parameters of a network.</summary>
/// <param name="Name">As in the catalog.</param>
/// <param name="Momentum">Of those that take one.</param>
/// <param name="Accesses">Reads and writes of each parameter and what belongs to it, if each is touched once.</param>
/// <param name="Network">Whose parameters.</param>
internal sealed record OptimizerCase(string Name, float Momentum, int Accesses, NetworkCase Network)
{
    /// <summary>Bytes of one step.</summary>
    public double Work => (double)sizeof(float) * Accesses * Network.Build().ParameterCount;

    public Contender Ours(Workers workers)
    {
        Network network = Network.Build();
        Optimizer optimizer = OptimizerCatalog.Find(Name).Create(Momentum, false);
        OptimizerState state = new(network, workers);
        Memory<float> gradients = Numbers.Uniform(network.LearnedLength, -1, 1);
        return Contender.Ours(Work, () => optimizer.Step(state, gradients.Span, learningRate: 1e-3f, gradientScale: 1, default));
    }

    public override string ToString() => $"{Name}{(Momentum > 0 ? " with momentum" : "")}, the parameters of {Network.Name}";
}
