namespace Rectify.Accuracy;

/// <summary>Polynomials whose largest weighted error over an interval is nearly the least there is.</summary>
/// <remarks>
/// Lawson's algorithm (1961): least squares, again and again, each point weighed by its error of the time before. Least squares are
/// solved by reflections (Householder 1958) over powers of a variable scaled to [−1, 1].
/// </remarks>
internal static class Fit
{
    private const int Rounds = 60, PointsPerCoefficient = 40;

    /// <summary>c₀ … c_degree of p with |weight(x)·(f(x) − p(x))| small on [low, high], in single precision.</summary>
    /// <remarks>
    /// They are rounded one by one from the lowest on, and those above are fitted again to what rounding left: an error of a low
    /// coefficient is the one that counts.
    /// </remarks>
    /// <param name="f">The function.</param>
    /// <param name="weight">How much an error counts.</param>
    /// <param name="degree">The highest power.</param>
    /// <param name="low">Where the interval begins.</param>
    /// <param name="high">Where it ends.</param>
    /// <param name="given">The lowest coefficients, where they are known.</param>
    public static float[] Polynomial(
        Func<double, double> f, Func<double, double> weight, int degree, double low, double high, params float[] given)
    {
        float[] rounded = new float[degree + 1];
        given.CopyTo(rounded, 0);
        for (int known = given.Length; known <= degree; known++)
        {
            int from = known;
            double Rest(double x) => (f(x) - Value(rounded.AsSpan(0, from), x)) / Math.Pow(x, from);
            double RestWeight(double x) => weight(x) * Math.Pow(x, from);
            rounded[known] = (float)Minimax(Rest, RestWeight, degree - known, low, high)[0];
        }
        return rounded;
    }

    private static double Value(ReadOnlySpan<float> coefficients, double x)
    {
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--) { sum = sum * x + coefficients[i]; }
        return sum;
    }

    private static double[] Minimax(Func<double, double> f, Func<double, double> weight, int degree, double low, double high)
    {
        int points = PointsPerCoefficient * (degree + 1);
        double scale = Math.Max(Math.Abs(low), Math.Abs(high));
        double middle = (low + high) / 2, radius = (high - low) / 2;
        double[] x = [.. Enumerable.Range(0, points).Select(i => middle - radius * Math.Cos(Math.PI * (i + 0.5) / points))];
        double[] y = [.. x.Select(f)], importance = [.. x.Select(_ => 1.0 / points)], weights = [.. x.Select(weight)];
        double[] best = [];
        double least = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            double[] coefficients = LeastSquares(x, y, weights, importance, degree, scale);
            double[] errors = [.. x.Select((point, i) => Math.Abs(weights[i] * (y[i] - Polynomial(coefficients, point))))];
            if (errors.Max() < least) { (least, best) = (errors.Max(), coefficients); }
            for (int i = 0; i < points; i++) { importance[i] *= errors[i]; }
            double total = importance.Sum();
            if (!(total > 0)) { break; }
            for (int i = 0; i < points; i++) { importance[i] /= total; }
        }
        return best;
    }

    private static double Polynomial(double[] coefficients, double x) => coefficients.Reverse().Aggregate(0.0, (sum, c) => sum * x + c);

    private static double[] LeastSquares(double[] x, double[] y, double[] weights, double[] importance, int degree, double scale)
    {
        int rows = x.Length, columns = degree + 1;
        double[,] a = new double[rows, columns];
        double[] b = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            double factor = weights[row] * Math.Sqrt(importance[row]);
            for (int column = 0; column < columns; column++) { a[row, column] = factor * Math.Pow(x[row] / scale, column); }
            b[row] = factor * y[row];
        }

        for (int column = 0; column < columns; column++)
        {
            double norm = 0;
            for (int row = column; row < rows; row++) { norm += a[row, column] * a[row, column]; }
            norm = -Math.CopySign(Math.Sqrt(norm), a[column, column]);
            double[] mirror = new double[rows];
            for (int row = column; row < rows; row++) { mirror[row] = a[row, column]; }
            mirror[column] -= norm;
            double square = mirror.Sum(value => value * value);
            for (int other = column; other < columns; other++)
            {
                double product = 0;
                for (int row = column; row < rows; row++) { product += mirror[row] * a[row, other]; }
                for (int row = column; row < rows; row++) { a[row, other] -= 2 * product / square * mirror[row]; }
            }
            double inner = 0;
            for (int row = column; row < rows; row++) { inner += mirror[row] * b[row]; }
            for (int row = column; row < rows; row++) { b[row] -= 2 * inner / square * mirror[row]; }
        }

        double[] solution = new double[columns];
        for (int column = columns - 1; column >= 0; column--)
        {
            double sum = b[column];
            for (int other = column + 1; other < columns; other++) { sum -= a[column, other] * solution[other]; }
            solution[column] = sum / a[column, column];
        }
        for (int column = 0; column < columns; column++) { solution[column] /= Math.Pow(scale, column); }
        return solution;
    }
}
