namespace Rectify.Benchmarks;

/// <summary>What an activation is called in ONNX.</summary>
/// <param name="Kind">The operator.</param>
internal sealed record OnnxOperator(string Kind)
{
    /// <summary>What activations are called, by the names of the catalog, both with their defaults.</summary>
    public static IReadOnlyDictionary<string, OnnxOperator> ByActivation { get; } = new Dictionary<string, OnnxOperator>
    {
        ["relu"] = new("Relu"),
        ["leaky-relu"] = new("LeakyRelu"),
        ["prelu"] = new("PRelu") { Constants = [0.25f] },
        ["elu"] = new("Elu"),
        ["gelu"] = new("Gelu"),
        ["relu6"] = new("Clip") { Constants = [0, 6] },
        ["selu"] = new("Selu"),
        ["celu"] = new("Celu"),
        ["gelu-tanh"] = new("Gelu") { Attributes = [("approximate", "tanh")] },

        // What ONNX Runtime makes of x·Sigmoid(x) by itself.
        ["silu"] = new("QuickGelu") { Attributes = [("alpha", 1f)], Domain = "com.microsoft" },
        ["mish"] = new("Mish"),
        ["softplus"] = new("Softplus"),
        ["softsign"] = new("Softsign"),
        ["hard-sigmoid"] = new("HardSigmoid") { Attributes = [("alpha", 1 / 6f)] },
        ["hard-swish"] = new("HardSwish"),
        ["sigmoid"] = new("Sigmoid"),
        ["tanh"] = new("Tanh"),
        ["identity"] = new("Identity"),
    };

    /// <summary>Inputs after the first.</summary>
    public IReadOnlyList<float> Constants { get; init; } = [];

    public IReadOnlyList<(string Name, object Value)> Attributes { get; init; } = [];

    /// <summary>Whose operator it is; ONNX's own where empty.</summary>
    public string Domain { get; init; } = "";
}
