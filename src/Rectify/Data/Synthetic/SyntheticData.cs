using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>Tables that the program makes: points in a plane whose class a straight line cannot tell.</summary>
public static class SyntheticData
{
    public const int DefaultCount = 1000;
    private const int LeastCount = 10;

    private static readonly Dictionary<string, SyntheticShape> Shapes = new()
    {
        ["spirals"] = new(ClassCount: 2, Noise: 0.1f, Spiral),
        ["moons"] = new(ClassCount: 2, Noise: 0.15f, Moon),
        ["circles"] = new(ClassCount: 2, Noise: 0.1f, Circle),
        ["blobs"] = new(ClassCount: 3, Noise: 0.55f, Blob),
    };

    /// <summary>The sets there are.</summary>
    public static IReadOnlyCollection<string> Names => Shapes.Keys;

    /// <summary>Makes a table of columns x, y and class; the classes come in turns, so that they have equal shares.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="seed">The same seed makes the same points, on every machine.</param>
    /// <param name="count">How many rows, at least 10.</param>
    /// <exception cref="ArgumentException">There is no such set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too few rows.</exception>
    public static Table Make(string name, ulong seed, int count = DefaultCount)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Shapes.TryGetValue(name, out SyntheticShape? shape)) { throw Spelling.Unknown("set", name, Names); }
        if (count < LeastCount)
        {
            throw new ArgumentOutOfRangeException(nameof(count), $"{name} cannot have {count} rows; at least {LeastCount} are needed.");
        }

        float[] x = new float[count], y = new float[count];
        string[] label = new string[count];
        Philox random = new(seed, RandomPurpose.SyntheticData), noise = new(seed, RandomPurpose.SyntheticData, stream: 1);
        for (int row = 0; row < count; row++)
        {
            int code = row % shape.ClassCount;
            (double pointX, double pointY) = shape.Point(code, random.Uniform((ulong)row));
            x[row] = (float)pointX + shape.Noise * noise.Normal(2 * (ulong)row);
            y[row] = (float)pointY + shape.Noise * noise.Normal(2 * (ulong)row + 1);
            label[row] = $"{code}";
        }
        return new(name, new NumberColumn("x", x), new NumberColumn("y", y), new CategoryColumn("class", label));
    }

    // One and a half turns outwards; the second arm is the first one turned by half a circle.
    private static (double, double) Spiral(int code, double at)
    {
        // The square root spreads the points evenly along the arm instead of crowding them at the centre.
        double along = Math.Sqrt(at);
        Turn turn = Turn.At(1.5 * along + 0.5 * code);
        double radius = 0.15 + 1.5 * along;
        return (radius * turn.Cosine, radius * turn.Sine);
    }

    // Two half circles, the lower one turned over and shifted into the upper one.
    private static (double, double) Moon(int code, double at)
    {
        Turn turn = Turn.At(0.5 * at);
        return code == 0 ? (turn.Cosine, turn.Sine) : (1 - turn.Cosine, 0.5 - turn.Sine);
    }

    private static (double, double) Circle(int code, double at)
    {
        Turn turn = Turn.At(at);
        double radius = code == 0 ? 1 : 0.5;
        return (radius * turn.Cosine, radius * turn.Sine);
    }

    private static (double, double) Blob(int code, double at)
    {
        Turn turn = Turn.At(code / 3.0);
        return (1.5 * turn.Cosine, 1.5 * turn.Sine);
    }
}
