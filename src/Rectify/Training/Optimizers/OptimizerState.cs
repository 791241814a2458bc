using Rectify.Kernels;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>What an optimizer remembers of one run; the optimizer itself remembers nothing, so that runs may share one.</summary>
/// <param name="network">Whose weights are moved.</param>
/// <param name="workers">The threads that share a step.</param>
internal sealed class OptimizerState(Network network, Workers workers)
{
    public Network Network => network;
    public Workers Workers => workers;

    /// <summary>A number for everything that is learned, laid out as the network's row: momentum, or the mean of gradients.</summary>
    public Memory<float> First { get; } = FloatMemory.Allocate(network.LearnedLength);

    /// <summary>Another: the mean of squared gradients.</summary>
    public Memory<float> Second { get; } = FloatMemory.Allocate(network.LearnedLength);

    /// <summary>β₁ to the power of the steps done.</summary>
    public double FirstPower { get; set; } = 1;

    /// <summary>β₂ to the power of the steps done.</summary>
    public double SecondPower { get; set; } = 1;

    /// <summary>Remembers nothing any more, as before the first step.</summary>
    public void Forget()
    {
        First.Span.Clear();
        Second.Span.Clear();
        (FirstPower, SecondPower) = (1, 1);
    }
}
