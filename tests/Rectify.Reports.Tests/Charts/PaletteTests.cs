using System.Globalization;
using System.Text.RegularExpressions;
using Rectify.Reports.Charts;

namespace Rectify.Reports.Tests.Charts;

public sealed partial class PaletteTests
{
    // WCAG 2.2: 4.5 for letters, 3 for what is drawn. Names at the ends of lines are letters in the colours of the lines, told by
    // their places too.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_role_stands_out_on_its_paper(bool dark)
    {
        Dictionary<string, double> light = Variable.Matches(Palette.Variables(dark))
            .ToDictionary(m => m.Groups["name"].Value, m => LightnessOf(m.Groups["colour"].Value));
        foreach (Role role in (Role[])[Role.Ink, Role.Muted]) { Assert.True(Contrast(role) >= 4.5, $"{role}: {Contrast(role):F2}"); }
        foreach (Role role in (Role[])[Role.Axis, Role.Blue, Role.Vermilion, Role.Green, Role.Purple])
        {
            Assert.True(Contrast(role) >= 3, $"{role}: {Contrast(role):F2}");
        }

        double Contrast(Role role)
        {
            (double a, double b) = (light[Palette.NameOf(role)], light["paper"]);
            return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
        }
    }

    [Fact]
    public void Shares_grow_lighter_evenly()
    {
        double[] light = [.. Enumerable.Range(0, 101).Select(i => LightnessOf(Palette.HexOfShare(i / 100.0)))];
        Assert.All(light.Zip(light[1..]), pair => Assert.True(pair.Second > pair.First));
    }

    // Relative luminance, WCAG 2.2.
    private static double LightnessOf(string hex)
    {
        double[] linear = [.. Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    [GeneratedRegex("--(?<name>[a-z]+):(?<colour>#[0-9a-f]{6});")]
    private static partial Regex Variable { get; }
}
