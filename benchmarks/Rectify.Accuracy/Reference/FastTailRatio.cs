namespace Rectify.Accuracy;

/// <summary>Φ(−a)·e^(a²/2) to about 1e-15, fast enough for all floats: its Taylor series about the nearest of many places.</summary>
/// <remarks>
/// The first derivative of R, that function, is a·R − 1/√(2π), and derivative n + 1 is a times the nth plus n times the one before.
/// </remarks>
internal static class FastTailRatio
{
    private const int PlacesPerUnit = 16, Last = 16, Degree = 14;

    private static readonly double[] s_coefficients = Coefficients();

    public static double At(double a)
    {
        if (!(a <= Last)) { return Precise.NormalTailRatio(a); }
        int place = (int)(a * PlacesPerUnit + 0.5);
        double t = a - (double)place / PlacesPerUnit, sum = 0;
        ReadOnlySpan<double> of = s_coefficients.AsSpan(place * (Degree + 1), Degree + 1);
        for (int k = Degree; k >= 0; k--) { sum = sum * t + of[k]; }
        return sum;
    }

    private static double[] Coefficients()
    {
        double[] all = new double[(Last * PlacesPerUnit + 1) * (Degree + 1)];
        for (int place = 0; place <= Last * PlacesPerUnit; place++)
        {
            double a = (double)place / PlacesPerUnit, below = Precise.NormalTailRatio(a);
            double value = a * below - 0.3989422804014327, factorial = 1;
            Span<double> of = all.AsSpan(place * (Degree + 1));
            of[0] = below;
            for (int n = 1; n <= Degree; n++)
            {
                factorial *= n;
                of[n] = value / factorial;
                (below, value) = (value, a * value + n * below);
            }
        }
        return all;
    }
}
