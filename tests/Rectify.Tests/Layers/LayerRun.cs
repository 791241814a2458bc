using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

/// <summary>A network of layers under test, run on rows that are written out.</summary>
internal sealed class LayerRun
{
    public LayerRun(WorkspaceKind kind, int rows, int inputs, params ReadOnlySpan<Layer> layers)
        : this(kind, rows, new Shape(inputs), layers) { }

    public LayerRun(WorkspaceKind kind, int rows, Shape input, params ReadOnlySpan<Layer> layers)
    {
        Network = Network.Stack(input, layers);
        Workspace = new(Network, kind, rows) { Seed = 3 };
    }

    public Network Network { get; }
    public Workspace Workspace { get; }

    public float[] Forward(params ReadOnlySpan<float> input)
    {
        Workspace.Input.Count = input.Length / Network.InputShape.Length;
        input.CopyTo(Workspace.Input.Values);
        return Workspace.Forward().Values.ToArray();
    }

    /// <summary>The gradients of all parameters, for this gradient of the last output.</summary>
    public float[] Backward(params ReadOnlySpan<float> outputGradient)
    {
        outputGradient.CopyTo(Workspace.OutputGradient.Values);
        Workspace.Backward();
        return Workspace.Gradients.ToArray();
    }

    /// <summary>The gradient of the input of the last layer, for this gradient of its output.</summary>
    public float[] InputGradient(params ReadOnlySpan<float> outputGradient)
    {
        Backward(outputGradient);
        return Workspace.Passes[^1].InputGradient!.Values.ToArray();
    }

    public Span<float> Value(int node, string parameter) => Parameter(node, parameter).Value;

    public float[] Gradient(int node, string parameter) => Workspace.Passes[node].Gradient(Parameter(node, parameter)).ToArray();

    private Parameter Parameter(int node, string name) => Network.Nodes[node].Layer.Parameters.Single(p => p.Name == name);
}
