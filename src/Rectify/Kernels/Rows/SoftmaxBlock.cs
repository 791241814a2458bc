namespace Rectify.Kernels;

/// <summary>What is asked and told of a few rows' softmax beside the shares themselves.</summary>
internal struct SoftmaxBlock
{
    /// <summary>How many rows it has room for.</summary>
    public const int Rows = RowNumbers.Count;

    /// <summary>Asked: the factor of each share, and what is added to it.</summary>
    public RowNumbers Scale, Offset;

    /// <summary>Told: the largest number of a row; NaN if one is.</summary>
    public RowNumbers Largest;

    /// <summary>Told: log Σ exp(x − largest), exact near 0 too, where one number stands far above the others.</summary>
    public RowNumbers LogTotal;

    /// <summary>Told: Σ largest − x.</summary>
    public RowNumbers Depth;
}
