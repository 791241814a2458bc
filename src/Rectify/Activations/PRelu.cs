using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>A leaky rectifier whose slope is learned.</summary>
public readonly record struct PRelu(float Slope, bool PerChannel) : ISlopedActivation<PRelu>
{
    public static ActivationInfo Info { get; } = new("prelu")
    {
        Summary = "Leaky relu whose slope is learned: one for the layer, or one for each channel.",
        Formula = "x if x > 0, else slope·x",
        ChosenWhen = "there are data enough to learn a slope, as in deep convolutional networks",
        FailsWhen = "data are few: the slope learns them by heart; keep weight decay away from it",
        Source = "He, Zhang, Ren, Sun 2015, equation 1",
        Settings = [new("slope", Default: 0.25f), new("per-channel", Default: 0) { Opposite = "shared" }],
        Kinks = [0],
        TurningPoints = [0],
        IsPiecewiseLinear = true,
        OnnxOperator = "PRelu",
    };

    public SlopeOrigin Origin => SlopeOrigin.Learned(Slope, PerChannel);

    public static PRelu Create(ReadOnlySpan<float> settings) => new(Slope: settings[0], PerChannel: settings[1] != 0);
    public static float[] SettingsOf(PRelu definition) => [definition.Slope, definition.PerChannel ? 1 : 0];

    public T Forward<T>(T x, T slope) where T : struct, ILane<T> => T.IfPositive(x, x, slope * x);
    public T Derivative<T>(T x, T slope) where T : struct, ILane<T> => T.IfPositive(x, 1, slope);
    public T SlopeDerivative<T>(T x) where T : struct, ILane<T> => T.AtMost(x, 0);
}
