using System.Collections.Concurrent;
using System.Globalization;

namespace Rectify.Cli.Tests.Settings;

public sealed class LegalSettingTests
{
    private static readonly ConcurrentDictionary<string, byte[]> Plain = [];

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Every_setting_is_taken_and_has_its_effect(string setting)
    {
        Sample sample = Samples.Of(setting);
        string[] typed = sample.Legal is null ? [setting] : [$"{setting}={sample.Legal}"];
        byte[] plain = Plain.GetOrAdd($"{sample.OnImages} {string.Join(' ', sample.With)}", _ => Train(sample, sample.With));
        byte[] changed = Train(sample, [.. sample.With, .. typed]);
        Assert.Equal(sample.ChangesModel, !plain.SequenceEqual(changed));
    }

    private static byte[] Train(Sample sample, string[] options)
    {
        using Workplace here = new();
        string data = sample.OnImages ? Pictures.Bars(here) : here.Write("table.csv", Table());
        List<string> arguments = ["train", data, .. options];
        if (!sample.OnImages) { AddUnlessGiven(arguments, "--target", "size"); }
        AddUnlessGiven(arguments, "--epochs", "3");
        AddUnlessGiven(arguments, "--hidden", "8");
        AddUnlessGiven(arguments, "--out", "run");
        here.Run(arguments).Succeeds();
        return here.Bytes(here.Entries.Single(e => e.EndsWith("/model.safetensors", StringComparison.Ordinal)));
    }

    private static void AddUnlessGiven(List<string> arguments, string option, string value)
    {
        bool isGiven = arguments.Any(a => a == option || a.StartsWith(option + "=", StringComparison.Ordinal));
        if (!isGiven) { arguments.AddRange([option, value]); }
    }

    // A number, a category, integers that are classes, and a column that is numbers once "gone" means missing.
    private static IEnumerable<string> Table()
    {
        yield return "height,colour,zip,note,size";
        for (int i = 0; i < 120; i++)
        {
            double height = i * 7 % 41 / 10.0;
            string note = i % 2 == 0 ? "gone" : $"{i * 11 % 17}";
            (string colour, string size) = (i % 3 == 0 ? "red" : "blue", height > 3 ? "tall" : "low");
            yield return string.Create(CultureInfo.InvariantCulture, $"{height},{colour},{i * 5 % 4},{note},{size}");
        }
    }
}
