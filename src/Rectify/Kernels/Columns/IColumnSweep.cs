namespace Rectify.Kernels;

/// <summary>Work on a few neighbouring columns of a matrix, or channels of an image, at once.</summary>
internal interface IColumnSweep
{
    /// <summary>Does it for as many columns as the lane holds, from <paramref name="column"/> on.</summary>
    void Invoke<T>(int column) where T : struct, ISimdLane<T>, ILane<T>;
}
