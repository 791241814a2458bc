using Rectify.Data;

namespace Rectify.Training;

/// <summary>
/// How images are learned unless told otherwise. Pixels, and what rectifiers make of them, are many inputs of one sign, so that
/// all weights of a unit move together: full steps from the first one on silence a third of the units behind a convolution, and
/// full steps to the last one leave the weights where the last batches threw them (docs/design/0005).
/// </summary>
internal static class ImageDefaults
{
    // Twice the memory of Adam's second moment (Ma, Yarats 2021, section 5): by then its steps are as sure as they get.
    private const int MostWarmup = 2000;

    public static Schedule Schedule => Schedule.Find("cosine");

    /// <summary>Of a convolutional network, to which a pixel each way is the same picture; another one first has to learn that.</summary>
    public static Augmentation Augmentation { get; } = new() { Shift = 1 };

    /// <summary>The first epoch.</summary>
    public static int Warmup(int rows, int batchSize) => Math.Min(MostWarmup, (rows + batchSize - 1) / batchSize);
}
