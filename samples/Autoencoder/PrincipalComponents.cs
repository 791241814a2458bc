/// <summary>The directions in which rows vary most: the best that a linear autoencoder can do.</summary>
internal sealed record PrincipalComponents(double[] Mean, double[][] Directions)
{
    private const int Rounds = 30;

    /// <summary>Finds them by subspace iteration on the covariance (Golub and Van Loan 2013, section 8.2.4).</summary>
    public static PrincipalComponents Of(IReadOnlyList<float[]> rows, int count)
    {
        int width = rows[0].Length;
        double[] mean = [.. Enumerable.Range(0, width).Select(i => rows.Average(row => row[i]))];
        double[][] covariance = new double[width][];
        Parallel.For(0, width, i =>
        {
            double[] line = covariance[i] = new double[width];
            foreach (float[] row in rows)
            {
                double own = row[i] - mean[i];
                for (int j = 0; j < width; j++) { line[j] += own * (row[j] - mean[j]); }
            }
        });

        double[][] directions = [.. Enumerable.Range(0, count).Select(d => Any(d, width))];
        for (int round = 0; round < Rounds; round++)
        {
            Parallel.For(0, count, d => directions[d] = [.. covariance.Select(line => Dot(line, directions[d]))]);
            Orthonormalize(directions);
        }
        return new(mean, directions);
    }

    /// <summary>What is lost of rows that are replaced by their part in the directions, a number on average.</summary>
    public double MeanSquaredError(IReadOnlyList<float[]> rows) => rows.Average(row =>
    {
        double[] centred = [.. row.Zip(Mean, (value, mean) => value - mean)];
        return (Dot(centred, centred) - Directions.Sum(direction => Math.Pow(Dot(centred, direction), 2))) / row.Length;
    });

    // To begin with: some direction, another for each number.
    private static double[] Any(int number, int width) => [.. Enumerable.Range(0, width).Select(i => (i * 37 + number * 101) % 97 - 48.0)];

    // Gram and Schmidt's way.
    private static void Orthonormalize(double[][] vectors)
    {
        for (int v = 0; v < vectors.Length; v++)
        {
            foreach (double[] earlier in vectors[..v]) { Subtract(vectors[v], earlier, Dot(vectors[v], earlier)); }
            double length = Math.Sqrt(Dot(vectors[v], vectors[v]));
            for (int i = 0; i < vectors[v].Length; i++) { vectors[v][i] /= length; }
        }
    }

    private static void Subtract(double[] from, double[] vector, double factor)
    {
        for (int i = 0; i < from.Length; i++) { from[i] -= factor * vector[i]; }
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
