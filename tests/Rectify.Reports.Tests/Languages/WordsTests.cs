using System.Text.RegularExpressions;
using Rectify.Health;
using Rectify.Reports.Figures;
using Rectify.Reports.Languages;

namespace Rectify.Reports.Tests.Languages;

public sealed partial class WordsTests
{
    public static TheoryData<string> Languages => [.. Words.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_same_keys_and_fills_the_same_gaps(string language)
    {
        (Words english, Words words) = (Words.Of("en"), Words.Of(language));
        Assert.Equal(english.Keys.Order(), words.Keys.Order());
        Assert.All(words.Keys, key => Assert.Equal(GapsOf(english[key]), GapsOf(words[key])));
        Assert.All(words.Keys, key => Assert.NotEqual("", words[key]));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void There_are_words_for_every_rule_verdict_and_figure(string language)
    {
        Words words = Words.Of(language);
        Assert.All(RuleCatalog.All, rule => Assert.NotNull(words.Find($"rule.{rule.Id}")));
        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.NotNull(words.Find($"verdict.{UnitText.NameOf(verdict)}")));
        Assert.All(Enum.GetValues<Severity>(), s => Assert.NotNull(words.Find($"severity.{s.ToString().ToLowerInvariant()}")));
        Assert.All(FigureCatalog.All, figure => Assert.NotNull(words.Find($"figure.{figure.Name}.note")));
    }

    [Fact]
    public void Every_key_that_the_code_names_is_there()
    {
        Words words = Words.Of("en");
        string source = Path.Combine(Repository.Root, "src", "Rectify.Reports");
        string[] named = [.. Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => NamedKey.Matches(File.ReadAllText(file))).Select(match => match.Groups["key"].Value).Distinct()];
        Assert.True(named.Length > 50);
        Assert.All(named, key => Assert.NotNull(words.Find(key)));
    }

    [Fact]
    public void An_unknown_language_is_refused_and_the_known_ones_are_named()
        => Assert.Contains("Known: en, zh.", Assert.Throws<ArgumentException>(() => Words.Of("fr")).Message);

    [Fact]
    public void One_thing_has_words_of_its_own()
    {
        Words words = Words.Of("en");
        Assert.Equal("1 hint, which leaves the verdict as it is", words.Count("findings.hints", 1, "1"));
        Assert.Equal("2 hints, which leave the verdict as it is", words.Count("findings.hints", 2, "2"));
    }

    private static IEnumerable<string> GapsOf(string text) => Gap.Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Gap { get; }

    [GeneratedRegex(@"words(\[|\.Fill\(|\.Count\()""(?<key>[a-z0-9.\-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex NamedKey { get; }
}
