namespace Rectify.Kernels;

/// <summary>One or two sums down a few neighbouring columns of a block of rows.</summary>
internal interface IColumnSums
{
    /// <summary>How many sums: 1 or 2.</summary>
    static abstract int Count { get; }

    /// <summary>Those over the numbers from <paramref name="first"/> on, a row apart, which lie before <paramref name="end"/>.</summary>
    void Of<T>(nint first, nint end, int column, out T sum, out T second) where T : struct, ISimdLane<T>, ILane<T>;
}
