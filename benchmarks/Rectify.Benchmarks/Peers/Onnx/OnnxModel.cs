using System.Runtime.InteropServices;

namespace Rectify.Benchmarks;

/// <summary>Builds an ONNX model of single-precision tensors; the weights are random, because only their shapes cost time.</summary>
/// <remarks>The numbers are those of the fields in onnx.proto.</remarks>
internal sealed class OnnxModel
{
    private const int FormatVersion = 10, OperatorVersion = 21;
    private const int Float = 1;
    private const int FloatAttribute = 1, WholeAttribute = 2, TextAttribute = 3, WholesAttribute = 7;

    private readonly ProtobufWriter _graph = new();

    public OnnxModel() => _graph.Text(2, "graph");

    public OnnxModel Input(string name, params long[] shape) => Value(11, name, shape);

    public OnnxModel Output(string name, params long[] shape) => Value(12, name, shape);

    public OnnxModel Weights(string name, params long[] shape)
        => Tensor(name, shape, Numbers.Uniform((int)shape.Aggregate(1L, (length, dimension) => length * dimension), -0.05f, 0.05f).Span);

    public OnnxModel Constant(string name, float value) => Tensor(name, [], [value]);

    /// <param name="kind">The operator's name.</param>
    /// <param name="inputs">The names of what it reads.</param>
    /// <param name="output">The name of what it gives.</param>
    /// <param name="attributes">A float, a long, a text or several longs by name.</param>
    /// <param name="domain">Whose operator it is; ONNX's own where empty.</param>
    public OnnxModel Node(
        string kind, string[] inputs, string output, IEnumerable<(string Name, object Value)>? attributes = null, string domain = "")
    {
        _graph.Message(1, node =>
        {
            foreach (string input in inputs) { node.Text(1, input); }
            node.Text(2, output);
            node.Text(4, kind);
            foreach ((string name, object value) in attributes ?? []) { node.Message(5, attribute => Write(attribute, name, value)); }
            node.Text(7, domain);
        });
        return this;
    }

    public byte[] ToBytes()
    {
        ProtobufWriter model = new();
        model.Whole(1, FormatVersion);
        model.Bytes(7, _graph.ToArray());
        foreach ((string domain, int version) in (ReadOnlySpan<(string, int)>)[("", OperatorVersion), ("com.microsoft", 1)])
        {
            model.Message(8, import =>
            {
                import.Text(1, domain);
                import.Whole(2, version);
            });
        }
        return model.ToArray();
    }

    private OnnxModel Value(int field, string name, long[] shape)
    {
        _graph.Message(field, value =>
        {
            value.Text(1, name);
            value.Message(2, type => type.Message(1, tensor =>
            {
                tensor.Whole(1, Float);
                tensor.Message(2, dimensions =>
                {
                    foreach (long size in shape) { dimensions.Message(1, dimension => dimension.Whole(1, size)); }
                });
            }));
        });
        return this;
    }

    private OnnxModel Tensor(string name, long[] shape, ReadOnlySpan<float> values)
    {
        byte[] bytes = MemoryMarshal.AsBytes(values).ToArray();
        _graph.Message(5, tensor =>
        {
            foreach (long size in shape) { tensor.Whole(1, size); }
            tensor.Whole(2, Float);
            tensor.Text(8, name);
            tensor.Bytes(9, bytes);
        });
        return this;
    }

    private static void Write(ProtobufWriter attribute, string name, object value)
    {
        attribute.Text(1, name);
        switch (value)
        {
            case float number:
                attribute.Number(2, number);
                attribute.Whole(20, FloatAttribute);
                break;
            case long whole:
                attribute.Whole(3, whole);
                attribute.Whole(20, WholeAttribute);
                break;
            case string text:
                attribute.Text(4, text);
                attribute.Whole(20, TextAttribute);
                break;
            case long[] wholes:
                foreach (long whole in wholes) { attribute.Whole(8, whole); }
                attribute.Whole(20, WholesAttribute);
                break;
            default:
                throw new ArgumentException($"An attribute is a float, a long, a text or several longs, but '{name}' is {value}.");
        }
    }
}
