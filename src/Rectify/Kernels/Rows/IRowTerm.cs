namespace Rectify.Kernels;

/// <summary>What is added to the sums of several rows, a place of the lane for each, for their numbers in one column.</summary>
internal interface IRowTerm<T> where T : struct, ISimdLane<T>, ILane<T>
{
    /// <summary>The sums with the terms.</summary>
    T AddTo(T sums, int column);
}
