using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>One number of each row of a block: as many as the widest lane holds.</summary>
[InlineArray(Count)]
internal struct RowNumbers
{
    public const int Count = 16;

    private float _first;
}
