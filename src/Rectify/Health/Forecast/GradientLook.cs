using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Health;

/// <summary>Sends gradients of standard normal numbers, drawn for each output and row, back through a network, and measures them.</summary>
internal sealed class GradientLook : IPassWatcher
{
    private readonly Workspace _workspace;
    private readonly SignalSizes _sizes;

    /// <param name="network">The network, with the weights of one start after the other.</param>
    /// <param name="rows">Samples that go forward first.</param>
    /// <param name="sizes">To which measures are added.</param>
    public GradientLook(Network network, ReadOnlySpan<float> rows, SignalSizes sizes)
    {
        int count = rows.Length / network.InputShape.Length;
        (_sizes, _workspace) = (sizes, new(network, WorkspaceKind.Training, count) { Watcher = this });
        _workspace.Input.Count = count;
        rows.CopyTo(_workspace.Input.Values);
    }

    /// <summary>Measures the network as it is now.</summary>
    /// <param name="seed">Of the gradients, and of what layers draw in training.</param>
    public void Take(ulong seed)
    {
        _workspace.Seed = seed;
        _workspace.Forward();
        new Philox(seed, RandomPurpose.Forecast).FillNormal(_workspace.OutputGradient.Values);
        _workspace.Backward();
    }

    /// <inheritdoc/>
    public void Forwarded(Node node, LayerPass pass) { }

    /// <inheritdoc/>
    public void Backwarding(Node node, LayerPass pass)
        => _sizes.OutputGradients[node.Index] += SignalSizes.MeanSquare(pass.OutputGradient.Values);

    /// <inheritdoc/>
    public void Backwarded(Node node, LayerPass pass)
    {
        foreach (Batch? gradient in pass.InputGradients)
        {
            if (gradient is not null) { _sizes.InputGradients[node.Index] += SignalSizes.MeanSquare(gradient.Values) / pass.Inputs.Count; }
        }
    }
}
