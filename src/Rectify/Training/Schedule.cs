using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>How the learning rate goes over a run: a factor of the rate that was asked for.</summary>
/// <param name="Name">As typed, e.g. cosine.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Factor">From the share of the run that is over, in [0, 1), to the factor.</param>
public sealed record Schedule(string Name, string Summary, Func<double, double> Factor)
{
    private const double OneCycleRise = 0.3, OneCycleStart = 1.0 / 25, OneCycleEnd = 1e-4 / 25;

    public static IReadOnlyList<Schedule> All { get; } =
    [
        new("constant", "the same rate throughout", _ => 1),
        new("step", "a tenth after half of the epochs, a hundredth after three quarters", t => t < 0.5 ? 1 : t < 0.75 ? 0.1 : 0.01),
        new("cosine", "falls to 0 along half a cosine (Loshchilov, Hutter 2017)", t => Ease(1, 0, t)),
        new("one-cycle", "rises from a 25th over the first 30 %, then falls to nearly 0 (Smith 2018)", t => t < OneCycleRise
            ? Ease(OneCycleStart, 1, t / OneCycleRise)
            : Ease(1, OneCycleEnd, (t - OneCycleRise) / (1 - OneCycleRise))),
    ];

    public static Schedule Constant => Find("constant");

    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Schedule Find(string name) => All.FirstOrDefault(s => s.Name == name)
        ?? throw Spelling.Unknown("schedule", name, All.Select(s => s.Name));

    /// <summary>The learning rate of a step.</summary>
    /// <param name="peak">The rate that was asked for.</param>
    /// <param name="step">From 0.</param>
    /// <param name="steps">Steps of the whole run.</param>
    /// <param name="warmup">Steps over which the rate rises from nearly 0, before anything else.</param>
    public float Rate(float peak, long step, long steps, int warmup)
    {
        double rise = step < warmup ? (step + 1.0) / (warmup + 1.0) : 1;
        return (float)(peak * rise * Factor((double)step / Math.Max(steps, 1)));
    }

    private static double Ease(double from, double to, double t) => to + (from - to) * (1 + Turn.At(t / 2).Cosine) / 2;
}
