using Rectify.Data;
using Rectify.Kernels;
using Rectify.Networks;

namespace Rectify.Tests.Training;

/// <summary>Rows to learn from that need no file.</summary>
internal static class Problems
{
    /// <summary>Two half circles, class by turns.</summary>
    public static ArraySource Moons(int rows, ulong seed = 1)
        => new(Points("moons", rows, seed), [.. Enumerable.Range(0, rows).Select(row => (float)(row % 2))], 2);

    /// <summary>Points whose class is drawn: all that can be learned of them is wrong.</summary>
    public static ArraySource Noise(int rows, ulong seed)
    {
        var random = new Philox(seed, RandomPurpose.SyntheticData, stream: 9);
        return new(Points("moons", rows, seed), [.. Enumerable.Range(0, rows).Select(row => (float)random.Below((ulong)row, 2))], 2);
    }

    /// <summary>y = x₀² + x₁ on [−2, 2)².</summary>
    public static ArraySource Parabola(int rows)
    {
        float[] x = new float[2 * rows];
        new Philox(1, RandomPurpose.SyntheticData).FillUniform(x);
        for (int i = 0; i < x.Length; i++) { x[i] = 4 * x[i] - 2; }
        return new(x, [.. Enumerable.Range(0, rows).Select(row => x[2 * row] * x[2 * row] + x[2 * row + 1])], 2);
    }

    public static Network Classifier(NetworkDesign? design = null, ulong seed = 1)
        => Start((design ?? new NetworkDesign { Hidden = [16] }).Build(2, 2), seed);

    public static Network Regressor(NetworkDesign? design = null, ulong seed = 1)
        => Start((design ?? new NetworkDesign { Hidden = [16] }).Build(2, 1), seed);

    private static Network Start(Network network, ulong seed)
    {
        network.Initialize(Initializer.Parse("he"), seed);
        return network;
    }

    private static float[] Points(string name, int rows, ulong seed)
    {
        Table table = SyntheticData.Make(name, seed, Math.Max(rows, 10));
        float[] x = ((NumberColumn)table.FindColumn("x")).Values.ToArray(), y = ((NumberColumn)table.FindColumn("y")).Values.ToArray();
        return [.. x.Zip(y).Take(rows).SelectMany(p => new[] { p.First, p.Second })];
    }
}
