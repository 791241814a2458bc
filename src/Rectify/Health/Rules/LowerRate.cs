using System.Globalization;

namespace Rectify.Health;

/// <summary>The learning rate to try after one that was too high, as it is typed.</summary>
internal static class LowerRate
{
    // Far above what Adam and the losses here are made for, a tenth would be as wrong: start from the default again.
    private const float Default = 0.001f;

    // As a decimal, so that a tenth of 0.01 is 0.001.
    public static string Option(float rate)
        => "--lr " + ((decimal)(rate > 10 * Default ? 10 * Default : rate) / 10).ToString("0.##########", CultureInfo.InvariantCulture);
}
