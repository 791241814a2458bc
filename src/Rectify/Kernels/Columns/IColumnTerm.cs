namespace Rectify.Kernels;

/// <summary>What is added to a column's sum for the numbers at one place of two matrices, over any lane.</summary>
internal interface IColumnTerm
{
    /// <summary>How many coefficients of a column it reads.</summary>
    static abstract int CoefficientCount { get; }

    /// <summary>The sum with the term.</summary>
    T AddTo<T>(T sum, T x, T y, Coefficients<T> of) where T : struct, ISimdLane<T>, ILane<T>;
}
