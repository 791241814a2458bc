namespace Rectify.Health;

/// <summary>
/// The share of rows on which a unit is active, in one byte: 0 is none and 255 is all of them, to the row; between them it is right to
/// 1/508.
/// </summary>
public static class FiringRate
{
    public const byte Never = 0, Always = byte.MaxValue;

    private const int Steps = Always - 1;

    /// <param name="active">Rows on which it is active.</param>
    /// <param name="rows">Of how many.</param>
    public static byte Of(double active, double rows) => active <= 0 ? Never
        : active >= rows ? Always
        : (byte)(1 + (int)(Steps * (active / rows)));

    /// <summary>The share that a byte stands for.</summary>
    public static double ShareOf(byte rate) => rate switch
    {
        Never => 0,
        Always => 1,
        _ => (rate - 0.5) / Steps,
    };
}
