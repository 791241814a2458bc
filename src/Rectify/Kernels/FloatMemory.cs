using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Memory for kernels: it never moves, and begins at a cache line, so that no vector straddles two.</summary>
internal static unsafe class FloatMemory
{
    /// <summary>How many floats fill one 64-byte cache line.</summary>
    public const int LineLength = 16;

    /// <summary>The next multiple of a cache line that is not below <paramref name="length"/>.</summary>
    public static int Align(int length) => (length + LineLength - 1) / LineLength * LineLength;

    /// <summary>Zeroed memory of <paramref name="length"/> floats.</summary>
    public static Memory<float> Allocate(int length)
    {
        float[] array = GC.AllocateArray<float>(length + LineLength, pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref array[0]);
        int skip = (int)((LineLength * sizeof(float) - address % (LineLength * sizeof(float))) / sizeof(float)) % LineLength;
        return array.AsMemory(skip, length);
    }
}
