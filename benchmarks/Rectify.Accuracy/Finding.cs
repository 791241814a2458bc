namespace Rectify.Accuracy;

/// <summary>What a sweep of a function and, where it has one, of its derivative found.</summary>
internal readonly record struct Finding(SweepResult Forward, SweepResult? Derivative)
{
    /// <summary>The promise: one unit in the last place, or near a zero of the derivative this difference.</summary>
    private const double MostUlps = 1, MostNearZero = 6e-8;

    public bool IsWithinPromise => IsWithin(Forward) && (Derivative is not { } derivative || IsWithin(derivative));

    public static bool IsWithin(SweepResult result) => result.Worst.Error <= MostUlps && result.NearZero.Error <= MostNearZero;

    public override string ToString() => Derivative is { } derivative
        ? $"forward {Text(Forward)}, derivative {Text(derivative)}"
        : $"forward {Text(Forward)}";

    private static string Text(SweepResult result) => $"{result.Worst.Error:F4} ULP at {result.Worst.At:G9}"
        + (result.NearZero.Error > 0 ? $", near its zero {result.NearZero.Error:G2}" : "");
}
