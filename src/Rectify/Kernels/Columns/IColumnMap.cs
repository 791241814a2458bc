namespace Rectify.Kernels;

/// <summary>A function of the numbers at one place of two matrices and of the coefficients of their column, over any lane.</summary>
internal interface IColumnMap
{
    /// <summary>How many coefficients of a column it reads.</summary>
    static abstract int CoefficientCount { get; }

    T Invoke<T>(T x, T y, Coefficients<T> of) where T : struct, ISimdLane<T>, ILane<T>;
}
