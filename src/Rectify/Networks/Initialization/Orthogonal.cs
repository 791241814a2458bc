using Rectify.Kernels;
using Rectify.Layers;

namespace Rectify.Networks;

/// <summary>Weights whose rows (or columns, where fewer) are orthogonal and of length gain: Q·sign(diag R) of a Gaussian's QR.</summary>
/// <remarks>Saxe, McClelland, Ganguli 2013, section 3.3. Gram and Schmidt's way leaves diag R positive, so no sign flips.</remarks>
internal sealed class Orthogonal : Initializer
{
    public override string Text => "orthogonal";

    public override void Fill(Parameter weight, float gain, Philox random) => Draw(weight, gain, random);

    public override double Variance(Parameter weight, float gain) => VarianceOf(weight, gain);

    /// <summary>gain² over the length of the orthogonal vectors, on which it is spread evenly.</summary>
    public static double VarianceOf(Parameter weight, float gain) => (double)gain * gain / Math.Max(weight.Rows, weight.Columns);

    public static void Draw(Parameter weight, float gain, Philox random)
    {
        bool byColumns = weight.Columns <= weight.Rows;
        int vectors = byColumns ? weight.Columns : weight.Rows, length = byColumns ? weight.Rows : weight.Columns;
        double[][] q = new double[vectors][];
        for (int v = 0; v < vectors; v++)
        {
            q[v] = new double[length];
            for (int i = 0; i < length; i++) { q[v][i] = random.Normal((ulong)v * (ulong)length + (ulong)i); }

            // Twice: one pass of the modified method loses orthogonality where vectors nearly depend on each other.
            for (int pass = 0; pass < 2; pass++) { RemoveProjections(q, v); }
            double norm = Math.Sqrt(Dot(q[v], q[v]));
            for (int i = 0; i < length; i++) { q[v][i] /= norm; }
        }

        Span<float> target = weight.Value;
        for (int r = 0; r < weight.Rows; r++)
        {
            for (int c = 0; c < weight.Columns; c++) { target[r * weight.Columns + c] = gain * (float)(byColumns ? q[c][r] : q[r][c]); }
        }
    }

    private static void RemoveProjections(double[][] q, int v)
    {
        for (int u = 0; u < v; u++)
        {
            double projection = Dot(q[u], q[v]);
            for (int i = 0; i < q[v].Length; i++) { q[v][i] -= projection * q[u][i]; }
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) { sum += a[i] * b[i]; }
        return sum;
    }
}
