using System.Globalization;
using System.Text;
using Rectify.Kernels;

namespace Rectify.Accuracy;

/// <summary>The constants of the elementary functions, as the source file that core compiles.</summary>
internal static class CoefficientFile
{
    /// <summary>Where it lies, from the root of the repository.</summary>
    public const string Path = "src/Rectify/Kernels/Elementary/Coefficients.g.cs";

    private const int ExpM1Degree = 4, ExpDegree = 2, ArtanhDegree = 4, Eighths = 8;

    public static string Text()
    {
        var text = new StringBuilder();
        text.Append("""
            // Written by `dotnet dev.cs coefficients`, never by hand: benchmarks/Rectify.Accuracy/Coefficients says how.
            namespace Rectify.Kernels;

            /// <summary>Constants of the elementary functions, fitted in double precision and rounded.</summary>
            internal static class Coefficients
            {

            """);
        Constants("(eʳ − 1 − r)/r² for |r| ≤ ln 2/16, and a little beyond", "Exp", Exp(ExpDegree, 0.0434));
        Constants("The same for |r| ≤ ½·ln 2", "ExpM1", Exp(ExpM1Degree, 0.3467));
        Constants("(artanh(z)/z − 1)/z² for z in [0, ⅓], in powers of z²", "Artanh", Artanh());
        Table("2^(j/8) for j = 0 … 7, rounded, and what rounding lost", "PowersOfEighths", PowersOfEighths());
        text.Append('\n');
        Table("Φ(−a)·e^(a²/2) by the exponent of (a + 1)²: centres, values there, polynomials", "NormalRatio", NormalRatio.Rows());
        Curves(
            (nameof(LogisticTail), CurveFit.Rows<LogisticTail>()),
            (nameof(LogisticSlope), CurveFit.Rows<LogisticSlope>()),
            (nameof(SiluSlopeTail), CurveFit.Rows<SiluSlopeTail>()),
            (nameof(TanhRise), CurveFit.Rows<TanhRise>()),
            (nameof(TanhSlope), CurveFit.Rows<TanhSlope>()),
            (nameof(SoftplusTail), CurveFit.Rows<SoftplusTail>()),
            (nameof(NormalTail), CurveFit.Rows<NormalTail>()),
            (nameof(GeluSlopeTail), CurveFit.Rows<GeluSlopeTail>()),
            (nameof(GeluTanhTail), CurveFit.Rows<GeluTanhTail>()),
            (nameof(GeluTanhSlopeTail), CurveFit.Rows<GeluTanhSlopeTail>()),
            (nameof(MishTail), CurveFit.Rows<MishTail>()),
            (nameof(MishSlope), CurveFit.Rows<MishSlope>()));
        text.Append("}\n");
        return text.ToString().ReplaceLineEndings("\n");

        void Constants(string meaning, string name, float[] values)
        {
            text.Append(CultureInfo.InvariantCulture, $"    /// <summary>{meaning}.</summary>\n    public const float\n");
            text.AppendJoin(",\n", values.Select((value, i) => $"        {name}{i} = {Literal(value)}")).Append(";\n\n");
        }

        void Curves(params (string Name, float[][] Rows)[] curves)
        {
            int start = 0;
            text.Append("\n    /// <summary>Where the table of each curve begins.</summary>\n    public const int\n");
            text.AppendJoin(",\n", curves.Select(curve =>
            {
                string line = string.Create(CultureInfo.InvariantCulture, $"        {curve.Name} = {start}");
                start += curve.Rows.Length * ICurve.PieceCount;
                return line;
            })).Append(";\n\n");
            Table("The tables of all curves, one after the other", "Curves", [.. curves.SelectMany(curve => curve.Rows)]);
        }

        void Table(string meaning, string name, float[][] rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"    /// <summary>{meaning}.</summary>\n");
            text.Append(CultureInfo.InvariantCulture, $"    public static ReadOnlySpan<float> {name} =>\n    [\n");
            foreach (float[] line in rows.SelectMany(row => row.Chunk(4)))
            {
                text.Append("        ").AppendJoin(", ", line.Select(Literal)).Append(",\n");
            }
            text.Append("    ];\n");
        }
    }

    private static string Literal(float value) => value.ToString("G9", CultureInfo.InvariantCulture) + "f";

    // The quotient is taken from its series near 0, where the difference would lose all.
    private static float[] Exp(int degree, double limit)
        => Fit.Polynomial(r => Series(r, k => 1 / Factorial(k + 2)), r => r * r, degree, -limit, limit);

    private static float[][] PowersOfEighths()
    {
        double[] powers = [.. Enumerable.Range(0, Eighths).Select(j => Math.Pow(2, j / (double)Eighths))];
        return [[.. powers.Select(power => (float)power)], [.. powers.Select(power => (float)(power - (float)power))]];
    }

    private static float[] Artanh()
        => Fit.Polynomial(u => Series(u, k => 1.0 / (2 * k + 3)), u => u, ArtanhDegree, 0, 1 / 9.0);

    private static double Series(double x, Func<int, double> coefficient)
    {
        double sum = 0;
        for (int k = 40; k >= 0; k--) { sum = sum * x + coefficient(k); }
        return sum;
    }

    private static double Factorial(int n) => Enumerable.Range(1, n).Aggregate(1.0, (product, i) => product * i);
}
