using System.Text.RegularExpressions;
using Rectify.Health;
using Rectify.Reports.Languages;
using Rectify.Tests.Health;

namespace Rectify.Reports.Tests.Languages;

public sealed partial class PhraseTests
{
    private static readonly Words Chinese = Words.Of("zh");

    // Where all that stands in quotes is said to people.
    private static readonly string[] Speakers =
    [
        "src/Rectify/Health/Rules", "src/Rectify/Comparisons/ComparisonVerdict.cs",
        "src/Rectify/Data/Images/Folders/ImageNotices.cs", "src/Rectify/Data/Images/Folders/LeftOut.cs",
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Rectify.Cli", "Reports"), "*Lines.cs"),
        "src/Rectify.Cli/Reports/TrainReport.cs", "src/Rectify.Cli/Reports/TrainSummary.cs", "src/Rectify.Cli/Reports/CompareReport.cs",
    ];

    public static TheoryData<string> Rules => [.. RuleCatalog.All.Select(rule => rule.Id)];

    [Fact]
    public void Every_phrase_fills_the_same_gaps_in_both_languages()
    {
        Assert.True(Chinese.Phrases.Count > 200);
        Assert.All(Chinese.Phrases, phrase => Assert.Equal(
            phrase.Gaps.Order(), Gap.Matches(phrase.Other).Select(match => int.Parse(match.Groups[1].Value)).Distinct().Order()));
        Assert.All(Chinese.Phrases, phrase => Assert.Equal(Enumerable.Range(0, phrase.Gaps.Count()), phrase.Gaps));
        Assert.Equal(Chinese.Phrases.Count, Chinese.Phrases.DistinctBy(phrase => phrase.English).Count());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_is_understood(string id)
    {
        IHealthRule rule = RuleCatalog.All.Single(rule => rule.Id == id);
        Assert.All(rule.Examine(FaultyEvidence.ByRule[id]), finding =>
        {
            AssertChinese(finding.Message);
            AssertChinese(finding.Advice);
        });
    }

    [Fact]
    public void Every_part_of_what_rules_and_verdicts_say_is_in_a_phrase()
    {
        string[] literals = [.. Chinese.Phrases.SelectMany(phrase => phrase.Literals)];
        string[] parts = [.. SourceOf(Speakers).SelectMany(PartsOf).Distinct()];
        Assert.True(parts.Length > 80);
        Assert.All(parts, part => Assert.True(
            literals.Any(literal => literal.Contains(part, StringComparison.Ordinal)), $"No phrase says \"{part}\"."));
    }

    [Theory]
    [InlineData("{#0} rows", "{0} 行", "1,234 rows", "1,234 行")]
    [InlineData("{#0} rows", "{0} 行", "many rows", null)]
    [InlineData("{0} is better than {1}.", "{0} 优于 {1}。", "is is is better than is.", "is is 优于 is。")]
    [InlineData("{0} is better than {1}.", "{0} 优于 {1}。", "{1} is better than {0}.", "{1} 优于 {0}。")]
    public void A_phrase_fits_as_a_whole_or_not_at_all(string english, string other, string text, string? said)
        => Assert.Equal(said, new PhraseBook([english, other]).Find(text));

    [Fact]
    public void Sentences_and_parts_are_said_one_by_one_and_names_stay()
    {
        PhraseBook book = new(
        [
            "# a remark", "", "seed {#0}", "  种子 {0}", "A 0.1 % limit.", "  限制。", "Go on.", "  继续。", "{*0}: {*1}", "  {0}：{1}",
        ]);
        Assert.Equal("relu · 种子 3", book.Find("relu · seed 3"));
        Assert.Equal("限制。继续。", book.Find("A 0.1 % limit. Go on."));
        Assert.Equal("种子 1：限制。继续。", book.Find("seed 1: A 0.1 % limit. Go on."));
        Assert.Null(book.Find("relu · tanh"));
        Assert.Null(book.Find("Go on. And on."));
        Assert.Null(book.Find(""));
        Assert.Null(new PhraseBook([]).Find("Go on."));
    }

    [Theory]
    [InlineData("lonely")]
    [InlineData("{x}", "{x}")]
    [InlineData("{0", "{0}")]
    public void A_book_with_a_mistake_is_refused(params string[] lines) => Assert.Throws<FormatException>(() => new PhraseBook(lines));

    private static void AssertChinese(string english)
    {
        string said = Assert.IsType<string>(Chinese.Phrase(english));
        Assert.DoesNotMatch(EnglishWords, said);
    }

    private static IEnumerable<string> SourceOf(params IEnumerable<string> places) => places
        .Select(place => Path.Combine(Repository.Root, place))
        .SelectMany(place => File.Exists(place) ? [place] : Directory.EnumerateFiles(place, "*.cs", SearchOption.AllDirectories))
        .Select(file => Joint.Replace(File.ReadAllText(file), "").Replace("\\\\", "\\").Replace("\\\"", "\""));

    // What stands between quotes and gaps, and has two words at least; a command is the same in every language.
    private static IEnumerable<string> PartsOf(string source) => Text
        .Matches(About.Replace(Remark.Replace(source, ""), ""))
        .SelectMany(match => Hole.Split(match.Groups[1].Value))
        .Select(part => part.Trim('·', ' '))
        .Where(part => TwoWords.IsMatch(part) && !part.StartsWith("--") && !part.StartsWith("rectify "));

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Gap { get; }

    [GeneratedRegex(@"""\s*\+\s*\$?""")]
    private static partial Regex Joint { get; }

    [GeneratedRegex(@"^\s*///?.*$", RegexOptions.Multiline)]
    private static partial Regex Remark { get; }

    [GeneratedRegex(@"(public string (Summary|Source)|public const string).*?;$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex About { get; }

    // A gap, or the beginning or the end of one that has strings in it.
    [GeneratedRegex(@"\{[^{}]*\}|\{\(.*$|^.*\)\}")]
    private static partial Regex Hole { get; }

    [GeneratedRegex("[A-Za-z]{2,} [a-z]{2,}")]
    private static partial Regex TwoWords { get; }

    [GeneratedRegex(@"""([^""\n]*)""")]
    private static partial Regex Text { get; }

    [GeneratedRegex(@"(?<![-\w])[a-z]{3,} [a-z]{3,}(?!\w)")]
    private static partial Regex EnglishWords { get; }
}
