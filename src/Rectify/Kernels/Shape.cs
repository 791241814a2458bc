namespace Rectify.Kernels;

/// <summary>
/// The shape of one sample, up to four dimensions beside the batch: units; channels × height × width; steps × features.
/// </summary>
public readonly record struct Shape
{
    private readonly int _second, _third, _fourth;

    /// <summary>Dimensions from the slowest to the fastest; each is at least 1, and those left out are 1.</summary>
    public Shape(int first, int second = 1, int third = 1, int fourth = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(second, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(third, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fourth, 1);
        (First, _second, _third, _fourth) = (first, second, third, fourth);
    }

    public int First { get; }
    public int Second => Math.Max(_second, 1);
    public int Third => Math.Max(_third, 1);
    public int Fourth => Math.Max(_fourth, 1);

    /// <summary>How many numbers one sample holds.</summary>
    public int Length => First * Second * Third * Fourth;

    /// <summary>Whether the sample is one row of numbers.</summary>
    public bool IsFlat => Length == First;

    public override string ToString() => (Second, Third, Fourth) switch
    {
        (1, 1, 1) => $"{First}",
        (_, 1, 1) => $"{First}x{Second}",
        (_, _, 1) => $"{First}x{Second}x{Third}",
        _ => $"{First}x{Second}x{Third}x{Fourth}",
    };
}
