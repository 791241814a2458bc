using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>One way in which an image is varied: what was drawn for a row in an epoch.</summary>
/// <param name="Down">How many pixels the image moves down.</param>
/// <param name="Right">How many pixels it moves to the right.</param>
/// <param name="IsMirrored">Whether left and right change places.</param>
/// <param name="Top">The first row of the window that is stretched to the whole image.</param>
/// <param name="Left">The first column of that window.</param>
internal readonly record struct Variation(int Down, int Right, bool IsMirrored, int Top, int Left)
{
    private const int DrawsPerRow = 8;

    /// <summary>Draws at positions that the row's number says, so that neither batches nor threads can change them.</summary>
    public static Variation Draw(Augmentation augmentation, Philox random, int row)
    {
        ulong at = (ulong)row * DrawsPerRow;
        return new(
            random.Below(at, 2 * augmentation.Shift + 1) - augmentation.Shift,
            random.Below(at + 1, 2 * augmentation.Shift + 1) - augmentation.Shift,
            augmentation.Flip && random.Below(at + 2, 2) == 1,
            random.Below(at + 3, augmentation.Crop + 1),
            random.Below(at + 4, augmentation.Crop + 1));
    }
}
