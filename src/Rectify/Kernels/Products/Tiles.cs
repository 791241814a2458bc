namespace Rectify.Kernels;

/// <summary>
/// Tiles of one height, one after the other: down a strip, or along some rows. In one call, because for a few steps of depth the call
/// takes as long as the tile.
/// </summary>
/// <param name="count">How many tiles, at least 1.</param>
/// <param name="a">By how many numbers the first matrix moves from a tile to the next.</param>
/// <param name="b">By how many the second.</param>
/// <param name="c">By how many the product.</param>
internal readonly struct Tiles(nint count, nint a, nint b, nint c)
{
    public readonly nint Count = count;
    public readonly nint A = a, B = b, C = c;

    /// <summary>A tile alone.</summary>
    public static Tiles One => new(1, 0, 0, 0);
}
