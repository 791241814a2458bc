using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The handle of one definition: each member is the kernel compiled for it.</summary>
internal sealed class BoundActivation<TDefinition>(float[] settings) : Activation where TDefinition : struct, IActivation<TDefinition>
{
    private readonly TDefinition _definition = TDefinition.Create(settings);

    public override ActivationInfo Info => TDefinition.Info;
    public override IReadOnlyList<float> Settings => settings;
    public override bool DerivativeFromOutput => TDefinition.DerivativeFromOutput(_definition);

    public override void Forward(ReadOnlySpan<float> input, Span<float> output)
        => Elementwise.Map(new ForwardOf(_definition), input, output);

    public override void ForwardBiased(Span<float> preActivation, ReadOnlySpan<float> bias, Span<float> output)
        => Elementwise.MapBiased(new ForwardOf(_definition), preActivation, bias, output);

    public override void Backward(ReadOnlySpan<float> kept, ReadOnlySpan<float> outputGradient, Span<float> inputGradient)
        => Elementwise.MapProduct(new DerivativeOf(_definition), kept, outputGradient, inputGradient);

    public override void Derivative(ReadOnlySpan<float> input, Span<float> derivative)
        => Elementwise.Map(new DerivativeOf(_definition), input, derivative);

    public override T Trace<T>(T x) => _definition.Forward(x);
    public override T TraceDerivative<T>(T x) => _definition.Derivative(x);

    internal override void Trace<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        for (int i = 0; i < x.Length; i++) { y[i] = _definition.Forward(x[i]); }
    }

    internal override void TraceDerivative<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        for (int i = 0; i < x.Length; i++) { y[i] = _definition.Derivative(x[i]); }
    }

    internal readonly struct ForwardOf(TDefinition f) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => f.Forward(x);
    }

    internal readonly struct DerivativeOf(TDefinition f) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => f.Derivative(x);
    }
}
