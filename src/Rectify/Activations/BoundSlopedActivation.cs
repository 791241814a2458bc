using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The handle of one definition with a slope: each member is the kernel compiled for it.</summary>
internal sealed class BoundSlopedActivation<TDefinition>(float[] settings) : SlopedActivation
    where TDefinition : struct, ISlopedActivation<TDefinition>
{
    private readonly TDefinition _definition = TDefinition.Create(settings);

    public override ActivationInfo Info => TDefinition.Info;
    public override IReadOnlyList<float> Settings => settings;
    public override SlopeOrigin Origin => _definition.Origin;

    // A slope that is learned may become negative, and then the output no longer tells the side.
    public override bool DerivativeFromOutput => false;

    public override void Forward(ReadOnlySpan<float> input, Span<float> output)
        => Elementwise.Map(new AtOneSlope(_definition, Origin.Expected), input, output);

    public override void ForwardBiased(Span<float> preActivation, ReadOnlySpan<float> bias, Span<float> output)
        => Elementwise.MapBiased(new AtOneSlope(_definition, Origin.Expected), preActivation, bias, output);

    public override void Backward(ReadOnlySpan<float> kept, ReadOnlySpan<float> outputGradient, Span<float> inputGradient)
        => Elementwise.Map(new BackwardAtOneSlope(_definition, Origin.Expected), kept, outputGradient, inputGradient);

    public override void Derivative(ReadOnlySpan<float> input, Span<float> derivative)
        => Elementwise.Map(new DerivativeAtOneSlope(_definition, Origin.Expected), input, derivative);

    public override void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> slopes, Span<float> output)
    {
        if (slopes.Length == 1) { Elementwise.Map(new AtOneSlope(_definition, slopes[0]), input, output); }
        else { Columns.Map(new ForwardOf(_definition), input, input, slopes, slopes.Length, output); }
    }

    public override void Backward(
        ReadOnlySpan<float> input, ReadOnlySpan<float> slopes, ReadOnlySpan<float> outputGradient, Span<float> inputGradient)
    {
        if (slopes.Length == 1)
        {
            Elementwise.Map(new BackwardAtOneSlope(_definition, slopes[0]), input, outputGradient, inputGradient);
        }
        else { Columns.Map(new BackwardOf(_definition), input, outputGradient, slopes, slopes.Length, inputGradient); }
    }

    public override void SlopeGradient(
        Workers workers, ReadOnlySpan<float> input, ReadOnlySpan<float> outputGradient, Span<float> slopeGradients)
    {
        ArgumentNullException.ThrowIfNull(workers);
        Columns.Sum(workers, new SlopeGradientOf(_definition), input, outputGradient, [], slopeGradients);
    }

    public override T Trace<T>(T x) => _definition.Forward(x, Origin.Expected);
    public override T TraceDerivative<T>(T x) => _definition.Derivative(x, Origin.Expected);

    internal override void Trace<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        T slope = Origin.Expected;
        for (int i = 0; i < x.Length; i++) { y[i] = _definition.Forward(x[i], slope); }
    }

    internal override void TraceDerivative<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        T slope = Origin.Expected;
        for (int i = 0; i < x.Length; i++) { y[i] = _definition.Derivative(x[i], slope); }
    }

    internal readonly struct AtOneSlope(TDefinition f, float slope) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => f.Forward<T>(x, slope);
    }

    internal readonly struct DerivativeAtOneSlope(TDefinition f, float slope) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => f.Derivative<T>(x, slope);
    }

    internal readonly struct BackwardAtOneSlope(TDefinition f, float slope) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T outputGradient) where T : struct, ISimdLane<T>, ILane<T> => f.Derivative<T>(x, slope) * outputGradient;
    }

    internal readonly struct ForwardOf(TDefinition f) : IColumnMap
    {
        public static int CoefficientCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T _, Coefficients<T> slope) where T : struct, ISimdLane<T>, ILane<T> => f.Forward(x, slope[0]);
    }

    internal readonly struct BackwardOf(TDefinition f) : IColumnMap
    {
        public static int CoefficientCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T outputGradient, Coefficients<T> slope) where T : struct, ISimdLane<T>, ILane<T>
            => f.Derivative(x, slope[0]) * outputGradient;
    }

    internal readonly struct SlopeGradientOf(TDefinition f) : IColumnTerm
    {
        public static int CoefficientCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T AddTo<T>(T sum, T x, T outputGradient, Coefficients<T> of) where T : struct, ISimdLane<T>, ILane<T>
            => T.Fma(f.SlopeDerivative(x), outputGradient, sum);
    }
}
