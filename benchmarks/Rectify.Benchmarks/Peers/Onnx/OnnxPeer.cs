using Microsoft.ML.OnnxRuntime;
using Rectify.Layers;

namespace Rectify.Benchmarks;

/// <summary>ONNX Runtime, which predicts and does not train: models made here, tensors in memory that it is given.</summary>
internal sealed class OnnxPeer : Peer
{
    public override string Name => "ONNX Runtime";

    public override string Version { get; } = $"ONNX Runtime {OrtEnv.Instance().GetVersionString()}";

    public override Contender? Forward(ActivationCase activation, int threads)
    {
        if (!OnnxOperator.ByActivation.TryGetValue(activation.Name, out OnnxOperator? known)) { return null; }

        string[] constants = [.. known.Constants.Select((_, i) => $"c{i}")];
        OnnxModel model = new OnnxModel().Input("x", activation.Length).Output("y", activation.Length)
            .Node(known.Kind, ["x", .. constants], "y", known.Attributes, known.Domain);
        foreach ((string name, float value) in constants.Zip(known.Constants)) { model.Constant(name, value); }
        return new OnnxRun(model, threads)
            .Input("x", activation.Buffers.Input, activation.Length)
            .Output("y", activation.Buffers.Output, activation.Length)
            .Contender(Name, activation.Length);
    }

    public override Contender? Product(ProductCase product, int threads)
    {
        long[] a = product.TransposeA ? [product.Depth, product.Rows] : [product.Rows, product.Depth];
        long[] b = product.TransposeB ? [product.Columns, product.Depth] : [product.Depth, product.Columns];
        long[] c = [product.Rows, product.Columns];
        OnnxModel model = new OnnxModel().Input("a", a).Input("b", b).Output("c", c)
            .Node("Gemm", ["a", "b"], "c", [("transA", product.TransposeA ? 1L : 0L), ("transB", product.TransposeB ? 1L : 0L)]);
        return new OnnxRun(model, threads).Input("a", a).Input("b", b).Output("c", c).Contender(Name, product.Work);
    }

    public override Contender? Convolution(ConvolutionCase convolution, int threads)
    {
        LayerSettings settings = convolution.Settings;
        (int kernel, int stride) = (settings.Pair("kernel").Height, settings.Pair("stride").Height);
        int groups = settings.Whole("groups"), outputs = settings.Whole("outputs"), padding = convolution.Padding;
        int side = (convolution.Side + 2 * padding - kernel) / stride + 1;
        long[] input = [convolution.Images, convolution.Channels, convolution.Side, convolution.Side];
        long[] output = [convolution.Images, outputs, side, side];
        OnnxModel model = new OnnxModel().Input("x", input).Output("y", output)
            .Weights("w", outputs, convolution.Channels / groups, kernel, kernel)
            .Node("Conv", ["x", "w"], "y",
            [
                ("strides", new long[] { stride, stride }),
                ("pads", new long[] { padding, padding, padding, padding }),
                ("group", (long)groups),
            ]);
        return new OnnxRun(model, threads).Input("x", input).Output("y", output).Contender(Name, convolution.Work);
    }

    public override Contender? Inference(NetworkCase network, int samples, int threads)
    {
        OnnxNetwork model = new(network, samples);
        return new OnnxRun(model.Model, threads).Input("x", model.Input).Output(model.Last, model.Output).Contender(Name, 1);
    }
}
