using Rectify.Activations;
using Rectify.Reports.Charts;

namespace Rectify.Reports.Atlas;

/// <summary>What there is to see of an activation at its defaults: all of it computed from its definition.</summary>
internal sealed class ActivationPortrait
{
    /// <summary>What is drawn reaches from minus this to this.</summary>
    public const int End = 6;

    /// <summary>How finely.</summary>
    public const int StepsPerUnit = 20;

    // Beside a kink: close enough to be its limit, far enough that a curve is not taken for one.
    private const float Beside = 1e-4f, LeastJump = 1e-3f;

    // Beyond this a function that is bounded has come to its bound.
    private const float Far = 1e6f, Bounded = 1e3f;

    // The mean of what leaves it, over its deviation.
    private const double Centred = 0.05;

    public ActivationPortrait(ActivationEntry entry)
    {
        (Info, Activation) = (entry.Info, entry.Create());
        float[] x = [.. Enumerable.Range(-End * StepsPerUnit, 2 * End * StepsPerUnit + 1).Select(i => (float)i / StepsPerUnit)];
        float[] outputs = Outputs(x), derivatives = Derivatives(x);
        Samples = [.. x.Select((at, i) => new CurveSample((double)i / StepsPerUnit - End, outputs[i], derivatives[i]))];
        Jumps =
        [
            .. Info.Kinks.Select(kink => (At: kink, Sides: Derivatives([kink - Beside, kink + Beside])))
                .Where(kink => Math.Abs(kink.Sides[1] - kink.Sides[0]) > LeastJump)
                .Select(kink => new DerivativeJump(kink.At, kink.Sides[0], kink.Sides[1], Derivatives([kink.At])[0])),
        ];
        Inactive = FlatEnds.Of(Activation, Activation.ActiveThreshold);
        Zero = Activation.ActiveThreshold == 0 ? Inactive : FlatEnds.Of(Activation, 0);
        Mean = GaussianMoments.MeanOfOutput(Activation);
        MeanSquare = GaussianMoments.OfOutput(Activation);
        DerivativeMeanSquare = GaussianMoments.OfDerivative(Activation);
    }

    /// <summary>One of every activation of the catalog.</summary>
    public static IReadOnlyList<ActivationPortrait> All { get; } =
        [.. ActivationCatalog.All.Select(entry => new ActivationPortrait(entry))];

    public ActivationInfo Info { get; }
    public Activation Activation { get; }

    /// <summary>From left to right, in even steps.</summary>
    public IReadOnlyList<CurveSample> Samples { get; }

    /// <summary>Where the derivative jumps, with these settings.</summary>
    public IReadOnlyList<DerivativeJump> Jumps { get; }

    /// <summary>Where a unit is not active.</summary>
    public FlatEnds Inactive { get; }

    /// <summary>Where the derivative is exactly zero.</summary>
    public FlatEnds Zero { get; }

    /// <summary>E[f(z)] of a standard normal z.</summary>
    public double Mean { get; }

    /// <summary>E[f(z)²] of a standard normal z.</summary>
    public double MeanSquare { get; }

    /// <summary>E[f′(z)²] of a standard normal z.</summary>
    public double DerivativeMeanSquare { get; }

    public bool IsSmooth => Jumps.Count == 0;
    public bool IsBounded => Array.TrueForAll(Outputs([-Far, Far]), y => Math.Abs(y) < Bounded);
    public bool IsZeroCentred => Math.Abs(Mean) < Centred * Math.Sqrt(MeanSquare);

    /// <summary>Whether there are biases that silence a unit on every row.</summary>
    public bool CanFallSilent => !Inactive.IsNone;

    public bool IsLearned => Activation is SlopedActivation { Origin.IsLearned: true };

    private float[] Outputs(float[] x)
    {
        float[] y = new float[x.Length];
        Activation.Forward(x, y);
        return y;
    }

    private float[] Derivatives(float[] x)
    {
        float[] y = new float[x.Length];
        Activation.Derivative(x, y);
        return y;
    }
}
