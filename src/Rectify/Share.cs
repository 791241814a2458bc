using System.Globalization;

namespace Rectify;

/// <summary>Settings that are shares of a whole.</summary>
internal static class Share
{
    /// <summary>The value, if it is 0 or more and less than 1.</summary>
    /// <param name="value">What was given.</param>
    /// <param name="name">What the sentence calls it: "A momentum".</param>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static float Check(float value, string name) => value is >= 0 and < 1 ? value : throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"{name} of {value} is out of range: it takes 0 or more and less than 1."));
}
