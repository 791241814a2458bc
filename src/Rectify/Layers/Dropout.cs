using System.Globalization;
using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// In training, sets each number to zero with a given probability and scales the rest up, so that means stay; else does
/// nothing.
/// </summary>
/// <remarks>Srivastava et al. 2014, section 4, in the inverted form.</remarks>
public sealed class Dropout : Layer
{
    private readonly float _rate;

    /// <param name="rate">The probability of a zero, in [0, 1).</param>
    public Dropout(float rate) => _rate = Share.Check(rate, "A dropout rate");

    public override string Text => string.Create(CultureInfo.InvariantCulture, $"dropout:rate={_rate}");
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"dropout {_rate}");
    public override bool RunsInPlace => true;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0];

    // The factor of each number: 0 or 1/(1 − rate).
    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => batchSize * inputs[0].Length;

    public override void Forward(LayerPass pass)
    {
        if (pass.Mode == Mode.Inference)
        {
            if (!pass.Input.Values.Overlaps(pass.Output.Values)) { pass.Input.Values.CopyTo(pass.Output.Values); }
            return;
        }
        Span<float> factors = Factors(pass);
        pass.Random(RandomPurpose.Dropout).FillUniform(factors);
        Elementwise.Map(new ToFactor(_rate), factors, factors);
        Arithmetic.Multiply(pass.Input.Values, factors, pass.Output.Values);
    }

    public override void Backward(LayerPass pass)
    {
        if (pass.InputGradient is not { } inputGradient) { return; }
        Arithmetic.Multiply(pass.OutputGradient.Values, Factors(pass), inputGradient.Values);
    }

    private static Span<float> Factors(LayerPass pass) => pass.Memory[..pass.Input.Values.Length];

    // From a number in [0, 1) to the factor.
    private readonly struct ToFactor(float rate) : IUnary
    {
        private readonly float _scale = 1 / (1 - rate);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.IfPositive(rate - x, 0, _scale);
    }
}
