namespace Rectify.Kernels;

/// <summary>Sine and cosine of multiples of π, of our own: the platform's differ by machine, and runs must not.</summary>
internal static class Trigonometry
{
    /// <summary>cos(π·x), with an error under 1e-15.</summary>
    public static double CosPi(double x) => SinPi(x + 0.5);

    /// <summary>sin(π·x), with an error under 1e-15.</summary>
    public static double SinPi(double x)
    {
        double whole = Math.Round(x), angle = Math.PI * (x - whole);

        // Taylor's series: on [−π/2, π/2] its 13 terms leave under 1e-17.
        double square = angle * angle, sum = 0;
        for (int n = 25; n >= 3; n -= 2) { sum = (sum + 1) * (-square / (n * (n - 1))); }
        double sine = angle * (1 + sum);
        return Math.Abs(whole % 2) == 1 ? -sine : sine;
    }
}
