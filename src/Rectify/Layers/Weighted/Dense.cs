using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>y = x·W + b, with one row of W per input and one column per unit.</summary>
public sealed class Dense : Layer
{
    private readonly int _inputs, _outputs;
    private readonly Parameter _weight, _bias;

    /// <param name="inputs">Numbers per sample.</param>
    /// <param name="outputs">Units.</param>
    /// <param name="bias">Where biases start: a little above 0, rectifiers start active (Goodfellow et al. 2016, section 6.3.1).</param>
    public Dense(int inputs, int outputs, float bias = 0)
    {
        if (inputs < 1 || outputs < 1)
        {
            throw new ArgumentException($"A dense layer of {inputs} inputs and {outputs} units is not possible: it has 1 or more of each.");
        }
        (_inputs, _outputs) = (inputs, outputs);
        _weight = new("weight", ParameterRole.Weight, inputs, outputs);
        _bias = new("bias", ParameterRole.Bias, 1, outputs, bias);
        Parameters = [_weight, _bias];
    }

    public override string Text => $"dense:inputs={_inputs},outputs={_outputs}";
    public override string Name => $"dense {_inputs}->{_outputs}";
    public override IReadOnlyList<Parameter> Parameters { get; }
    public override Kept Keeps => Kept.Input;
    public override bool FusesActivation => true;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => FirstOf(inputs) is var input && input.Length == _inputs
        ? new Shape(_outputs)
        : throw Misfit(_inputs, input);

    public override void Prepare(LayerPass pass) => pass.Epilogue = new BiasActivation(_bias, pass.Activation, pass.ActivationOutput);

    public override void Forward(LayerPass pass)
        => Gemm.Multiply(pass.Workers, Samples(pass.Input, _inputs), Weights, pass.Output.Values, epilogue: pass.Epilogue);

    public override void Backward(LayerPass pass)
    {
        Matrix outputGradient = Samples(pass.OutputGradient, _outputs);
        Gemm.Multiply(pass.Workers, Samples(pass.Input, _inputs).Transposed, outputGradient, pass.Gradient(_weight));
        Columns.Sum(pass.Workers, outputGradient.Values, pass.Gradient(_bias));
        if (pass.InputGradient is { } inputGradient)
        {
            Gemm.Multiply(pass.Workers, outputGradient, Weights.Transposed, inputGradient.Values);
        }
    }

    private Matrix Weights => new(_weight.Value, _inputs, _outputs);

    private static Matrix Samples(Batch batch, int width) => new(batch.Values, batch.Count, width);
}
