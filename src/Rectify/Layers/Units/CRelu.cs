using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// Both sides of every unit, max(x, 0) of all of them and then max(−x, 0) of all: nothing is lost, and one of the two is active
/// wherever x is not 0. It gives out twice as many units, or channels, as come in.
/// </summary>
/// <remarks>Shang, Sohn, Almeida, Lee 2016, definition 2.1.</remarks>
public sealed class CRelu : SamplewiseLayer, IActivationLayer
{
    public override string Text => "crelu";
    public override string Name => "crelu";
    public override Kept Keeps => Kept.Input;

    /// <remarks>√2: each side holds half of the second moment, as a rectifier's does.</remarks>
    public override float? Gain => MathF.Sqrt(2);

    public string ActivationName => "crelu";
    public float ActiveThreshold => 0;
    public bool HasLinearPieces => true;
    public ActiveRange? ActiveRange => new(0, float.PositiveInfinity, OfOutput: true);

    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        Shape input = FirstOf(inputs);
        return input.WithUnits(checked(2 * input.Units));
    }

    /// <remarks>Each side is a unit: of a positive x the first has slope 1, the second 0; of a negative one 0 and −1.</remarks>
    public void Slopes(LayerPass pass, Span<float> slopes)
    {
        int units = pass.Input.Sample.Units;
        ColumnRange x = new(pass.Input.Values, units), sides = new(slopes, 2 * units);
        sides.Part(0, units).Set(new SlopeOfSide(1), x, x);
        sides.Part(units, units).Set(new SlopeOfSide(-1), x, x);
    }

    protected override void Forward(LayerPass pass, int first, int count)
    {
        int units = pass.Input.Sample.Units;
        ColumnRange x = new(pass.Input.Rows(first, count), units), sides = new(pass.Output.Rows(first, count), 2 * units);
        sides.Part(0, units).Set(new Side(1), x, x);
        sides.Part(units, units).Set(new Side(-1), x, x);
    }

    protected override void Backward(LayerPass pass, int first, int count)
    {
        if (pass.InputGradient is not { } inputGradient) { return; }
        int units = pass.Input.Sample.Units;
        ColumnRange sides = new(pass.OutputGradient.Rows(first, count), 2 * units);
        new ColumnRange(inputGradient.Rows(first, count), units).Set(
            new BackwardOf(), new(pass.Input.Rows(first, count), units), sides.Part(0, units), sides.Part(units, units));
    }

    private readonly struct Side(float sign) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T _) where T : struct, ISimdLane<T>, ILane<T> => T.Max(sign * x, 0);
    }

    private readonly struct SlopeOfSide(float sign) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T _) where T : struct, ISimdLane<T>, ILane<T> => T.IfPositive(sign * x, sign, 0);
    }

    private readonly struct BackwardOf : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T positive, T negative) where T : struct, ISimdLane<T>, ILane<T>
            => T.IfPositive(x, positive, T.IfPositive(-x, -negative, 0));
    }
}
