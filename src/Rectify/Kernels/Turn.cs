namespace Rectify.Kernels;

/// <summary>A point on the unit circle, the same bits on every machine; the platform's sine may differ.</summary>
internal readonly record struct Turn(double Cosine, double Sine)
{
    /// <summary>The point after that many whole turns from (1, 0), counterclockwise.</summary>
    public static Turn At(double turns)
    {
        double fraction = turns - Math.Floor(turns);
        int quarter = (int)(fraction * 4 + 0.5);
        double angle = (fraction - quarter * 0.25) * (2 * Math.PI);
        (double cosine, double sine) = (Cos(angle), Sin(angle));
        return (quarter & 3) switch
        {
            0 => new(cosine, sine),
            1 => new(-sine, cosine),
            2 => new(-cosine, -sine),
            _ => new(sine, -cosine),
        };
    }

    // Taylor series on ±π/4: the first term left out is below 1e-18.
    private static double Cos(double x) => Series(x * x, first: 2);
    private static double Sin(double x) => x * Series(x * x, first: 3);

    // 1 − s/((f−1)·f)·(1 − s/((f+1)·(f+2))·(…)), from the innermost bracket out.
    private static double Series(double square, int first)
    {
        double sum = 1;
        for (int n = first + 16; n >= first; n -= 2) { sum = 1 - square / ((n - 1) * n) * sum; }
        return sum;
    }
}
