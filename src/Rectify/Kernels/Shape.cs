namespace Rectify.Kernels;

/// <summary>
/// The shape of one sample, up to four dimensions beside the batch: units; steps × features; height × width × channels.
/// Units, features or channels come last, so that those of one position are neighbours in memory.
/// </summary>
public readonly record struct Shape
{
    private readonly int _second, _third, _fourth;

    /// <summary>One row of numbers.</summary>
    public Shape(int units) => (First, Dimensions) = (Checked(units), 1);

    /// <summary>Steps of features.</summary>
    public Shape(int first, int second) => (First, _second, Dimensions) = (Checked(first), Checked(second, first), 2);

    /// <summary>An image: height × width × channels.</summary>
    public Shape(int first, int second, int third)
        => (First, _second, _third, Dimensions) = (Checked(first), Checked(second, first), Checked(third, (long)first * second), 3);

    /// <summary>Four dimensions, the last of which are channels.</summary>
    public Shape(int first, int second, int third, int fourth) : this(first, second, third)
        => (_fourth, Dimensions) = (Checked(fourth, Length), 4);

    /// <summary>How many dimensions there are, 1 to 4.</summary>
    public int Dimensions { get; }

    public int First { get; }
    public int Second => Math.Max(_second, 1);
    public int Third => Math.Max(_third, 1);
    public int Fourth => Math.Max(_fourth, 1);

    /// <summary>How many numbers one sample holds.</summary>
    public int Length => First * Second * Third * Fourth;

    /// <summary>The last dimension: what one position holds, each with weights and statistics of its own.</summary>
    public int Units => Dimensions switch { 1 => First, 2 => Second, 3 => Third, _ => Fourth };

    /// <summary>How many positions hold <see cref="Units"/> numbers each; 1 where the sample is one row.</summary>
    public int Positions => Length / Units;

    /// <summary>Whether the sample is one row of numbers.</summary>
    public bool IsFlat => Dimensions == 1;

    /// <summary>Whether the sample is height × width × channels.</summary>
    public bool IsImage => Dimensions == 3;

    /// <summary>A dimension, from 0 for the first.</summary>
    /// <exception cref="ArgumentException">There are not as many.</exception>
    public int this[int index] => (uint)index < (uint)Dimensions
        ? index switch { 0 => First, 1 => Second, 2 => Third, _ => Fourth }
        : throw new ArgumentException($"A shape of {this} has {Dimensions} dimensions, of which none is number {index}, counted from 0.");

    /// <summary>The same positions with another number of units each.</summary>
    public Shape WithUnits(int units) => Dimensions switch
    {
        1 => new(units),
        2 => new(First, units),
        3 => new(First, Second, units),
        _ => new(First, Second, Third, units),
    };

    public override string ToString()
    {
        Shape shape = this;
        return string.Join('x', Enumerable.Range(0, Dimensions).Select(i => shape[i]));
    }

    // The length of a sample, and every place in it, is an int.
    private static int Checked(int dimension, long others = 1)
    {
        if (dimension < 1) { throw new ArgumentException($"A dimension of {dimension} is out of range: it takes 1 or more."); }
        return dimension * others <= int.MaxValue ? dimension : throw new ArgumentException(
            $"A sample of {dimension * others:N0} numbers is too large: {int.MaxValue:N0} fit. Take smaller images.");
    }
}
