namespace Rectify.Kernels;

/// <summary>How many rows a tile has, as a type, so that the compiler drops the rows it has not.</summary>
internal interface IHeight
{
    static abstract int Rows { get; }
}
