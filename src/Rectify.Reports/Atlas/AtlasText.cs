using Rectify.Reports.Charts;
using Rectify.Reports.Languages;

namespace Rectify.Reports.Atlas;

/// <summary>What is known of an activation, in words.</summary>
internal static class AtlasText
{
    /// <summary>"x ≤ 0", "x &lt; −4.6, x &gt; 4.6", or that there is none.</summary>
    public static string Of(FlatEnds ends, ActivationPortrait portrait, float threshold, Words words)
    {
        List<string> parts = [];
        if (ends.Below is { } below) { parts.Add($"x {(IsFlatAt(below) ? "≤" : "<")} {NumberText.Of(below, 5)}"); }
        if (ends.Above is { } above) { parts.Add($"x {(IsFlatAt(above) ? "≥" : ">")} {NumberText.Of(above, 5)}"); }
        return parts.Count == 0 ? words["nowhere"] : Listed(words, parts);

        bool IsFlatAt(double x)
        {
            if (x != Math.Round(x)) { return false; }
            float[] derivative = new float[1];
            portrait.Activation.Derivative([(float)x], derivative);
            return threshold == 0 ? derivative[0] == 0 : Math.Abs(derivative[0]) < threshold;
        }
    }

    /// <summary>One after the other.</summary>
    public static string Listed(Words words, IEnumerable<string> parts)
        => parts.Aggregate((before, part) => words.Fill("atlas.pair", before, part));

    public static string Ulp(double error) => double.IsNaN(error) ? "" : NumberText.Of(error);

    /// <summary>Forward and backward at one register width, and how that compares.</summary>
    public static string Speed(Measurement row, Words words)
    {
        (string forward, string backward) = (NumberText.Of(row.ForwardNanoseconds), NumberText.Of(row.BackwardNanoseconds));
        string speed = words.Fill("atlas.speed.row", row.Bits, forward, backward);
        return double.IsNaN(row.Ratio) ? speed : $"{speed} ({words.Fill("atlas.speed.ratio", NumberText.Of(row.Ratio))})";
    }
}
