using System.Runtime.CompilerServices;
using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// Half of the units weigh the other half: y = a·f(b), a the first half of the units, or channels, and b the second, each gate
/// beside the value it lets through. With the sigmoid GLU, with relu ReGLU, with gelu GEGLU, with silu SwiGLU.
/// </summary>
/// <remarks>
/// Dauphin et al. 2016, equation 1, whose order of halves this is, as PyTorch's; Shazeer 2020, equations 4 to 6, which write the
/// gate first: weights are learned, so that the order matters only to files.
/// </remarks>
public sealed class GatedUnit(Activation gate) : SamplewiseLayer, IActivationLayer
{
    private readonly Activation _gate = gate ?? throw new ArgumentNullException(nameof(gate));

    /// <param name="gate">As <see cref="Activation.Parse"/> reads it.</param>
    public GatedUnit(string gate) : this(Activation.Parse(gate)) { }

    /// <summary>The names of the literature, each with its gate.</summary>
    internal static IReadOnlyList<(string Name, string Gate)> Known { get; } =
        [("glu", "sigmoid"), ("reglu", "relu"), ("geglu", "gelu"), ("swiglu", "silu")];

    public override string Text => $"gated:{_gate}";
    public override string Name { get; } = Known.FirstOrDefault(k => k.Gate == gate.ToString()).Name ?? $"gated {gate}";
    public override Kept Keeps => Kept.Input;

    /// <remarks>The two halves are independent at the start, so that E[y²] = E[a²]·E[f(b)²].</remarks>
    public override float? Gain => _gate.Gain;

    public string ActivationName => Name;
    public float ActiveThreshold => _gate.ActiveThreshold;

    /// <remarks>A product of two inputs is no straight piece, however its gate looks.</remarks>
    public bool HasLinearPieces => false;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => FirstOf(inputs) is var input && input.Units % 2 == 0
        ? input.WithUnits(input.Units / 2)
        : throw UnevenMisfit(2, input);

    // Side by side, as activations take them: the pre-activations of the gates, the gates, and room for a product.
    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => checked(3 * batchSize * (inputs[0].Length / 2));

    /// <remarks>
    /// Gradient passes to the value by f(b) and to the gate by f′(b): the larger of the two in size is the slope. A unit that
    /// is silent by it is one whose gate is shut and does not move, as a rectifier's below 0; a sigmoid that is wide open is
    /// not saturated, because it lets its value learn.
    /// </remarks>
    public void Slopes(LayerPass pass, Span<float> slopes)
    {
        _gate.Derivative(PreActivations(pass, 0, pass.Output.Count), slopes);
        Elementwise.Map(new LargerInSize(), slopes, Gates(pass, 0, pass.Output.Count), slopes);
    }

    protected override void Forward(LayerPass pass, int first, int count)
    {
        int units = pass.Output.Sample.Units;
        ColumnRange input = new(pass.Input.Rows(first, count), 2 * units), output = new(pass.Output.Rows(first, count), units);
        Span<float> preActivations = PreActivations(pass, first, count), gates = Gates(pass, first, count);
        input.Part(units, units).CopyTo(new(preActivations, units));
        _gate.Forward(preActivations, gates);
        output.Set(new Times(), input.Part(0, units), new(gates, units));
    }

    protected override void Backward(LayerPass pass, int first, int count)
    {
        if (pass.InputGradient is not { } inputGradient) { return; }
        int units = pass.Output.Sample.Units;
        Span<float> gates = Gates(pass, first, count), gradients = Products(pass, first, count);
        ColumnRange input = new(pass.Input.Rows(first, count), 2 * units), dx = new(inputGradient.Rows(first, count), 2 * units);
        ColumnRange dy = new(pass.OutputGradient.Rows(first, count), units);

        // da = dy·f(b) and db = dy·a·f′(b).
        dx.Part(0, units).Set(new Times(), dy, new(gates, units));
        new ColumnRange(gradients, units).Set(new Times(), dy, input.Part(0, units));
        _gate.Backward(_gate.DerivativeFromOutput ? gates : PreActivations(pass, first, count), gradients, gradients);
        new ColumnRange(gradients, units).CopyTo(dx.Part(units, units));
    }

    private static Span<float> PreActivations(LayerPass pass, int first, int count) => MemoryOf(pass, 0, first, count);
    private static Span<float> Gates(LayerPass pass, int first, int count) => MemoryOf(pass, 1, first, count);
    private static Span<float> Products(LayerPass pass, int first, int count) => MemoryOf(pass, 2, first, count);

    private static Span<float> MemoryOf(LayerPass pass, int third, int first, int count)
    {
        int length = pass.Output.Sample.Length;
        return pass.Memory.Slice((third * pass.Output.Capacity + first) * length, count * length);
    }

    private readonly struct Times : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => x * y;
    }

    private readonly struct LargerInSize : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T y) where T : struct, ISimdLane<T>, ILane<T> => T.Max(T.Abs(x), T.Abs(y));
    }
}
