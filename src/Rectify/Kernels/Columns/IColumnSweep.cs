namespace Rectify.Kernels;

/// <summary>Work on a few neighbouring columns of a matrix, or channels of an image, at once.</summary>
internal interface IColumnSweep
{
    /// <summary>Does it for the columns from <paramref name="first"/> to before <paramref name="end"/>, which are whole lanes.</summary>
    void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>;
}
