using Rectify.Kernels;
using Rectify.Layers;

namespace Rectify.Benchmarks;

/// <summary>A stack of layers as an ONNX model for so many samples; of images the channels come first.</summary>
internal sealed class OnnxNetwork
{
    public OnnxNetwork(NetworkCase network, int samples)
    {
        Shape sample = network.Input;
        Input = sample.IsImage ? [samples, sample.Units, sample.First, sample.Second] : [samples, sample.Length];
        Output = [samples, network.Classes];
        Model.Input("x", Input);
        foreach ((int index, string text) in network.Layers.Index()) { Add(text, $"n{index}"); }
        Model.Output(Last, Output);
    }

    public OnnxModel Model { get; } = new();

    public long[] Input { get; }

    public long[] Output { get; }

    /// <summary>The name of the network's output.</summary>
    public string Last { get; private set; } = "x";

    private void Add(string text, string name)
    {
        string[] parts = text.Split(':');
        LayerSettings settings = new(parts[0], parts[^1]);
        string weights = $"{name}-w", bias = $"{name}-b";
        switch (parts[0])
        {
            case "dense":
                Model.Weights(weights, settings.Whole("inputs"), settings.Whole("outputs")).Weights(bias, settings.Whole("outputs"));
                Model.Node("Gemm", [Last, weights, bias], name);
                break;
            case "conv2d":
                (int height, int width) = settings.Pair("kernel");
                Model.Weights(weights, settings.Whole("outputs"), settings.Whole("inputs"), height, width);
                Model.Weights(bias, settings.Whole("outputs")).Node("Conv", [Last, weights, bias], name);
                break;
            case "max-pool":
                (int down, int across) = settings.Pair("window");
                long[] window = [down, across];
                Model.Node("MaxPool", [Last], name, [("kernel_shape", window), ("strides", window)]);
                break;
            case "flatten":
                Model.Node("Flatten", [Last], name);
                break;
            default:
                OnnxOperator activation = OnnxOperator.ByActivation[parts[1]];
                Model.Node(activation.Kind, [Last], name, activation.Attributes, activation.Domain);
                break;
        }
        Last = name;
    }
}
