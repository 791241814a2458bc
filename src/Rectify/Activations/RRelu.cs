using System.Globalization;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>A leaky rectifier whose slope is drawn at random in training.</summary>
public readonly record struct RRelu(float Lower, float Upper) : ISlopedActivation<RRelu>
{
    public static ActivationInfo Info { get; } = new("rrelu")
    {
        Summary = "Leaky relu whose slope is drawn anew for every number in training, and is their mean afterwards.",
        Formula = "x if x > 0, else slope·x, slope drawn from [lower, upper)",
        ChosenWhen = "a convolutional network learns by heart: the random slope is noise that regularizes",
        FailsWhen = "training has to be the same at each pass over the data without a seed, or data are plenty",
        Source = "Xu, Wang, Chen, Li 2015",
        Settings = [new("lower", Default: 1 / 8f), new("upper", Default: 1 / 3f)],
        Kinks = [0],
        TurningPoints = [0],
        IsPiecewiseLinear = true,
    };

    public SlopeOrigin Origin => SlopeOrigin.Drawn(Lower, Upper);

    public static RRelu Create(ReadOnlySpan<float> settings)
    {
        if (settings[0] > settings[1])
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"rrelu draws its slope between lower and upper, but lower={settings[0]} is above upper={settings[1]}."));
        }
        return new(Lower: settings[0], Upper: settings[1]);
    }

    public static float[] SettingsOf(RRelu definition) => [definition.Lower, definition.Upper];

    public T Forward<T>(T x, T slope) where T : struct, ILane<T> => T.IfPositive(x, x, slope * x);
    public T Derivative<T>(T x, T slope) where T : struct, ILane<T> => T.IfPositive(x, 1, slope);
    public T SlopeDerivative<T>(T x) where T : struct, ILane<T> => T.AtMost(x, 0);
}
