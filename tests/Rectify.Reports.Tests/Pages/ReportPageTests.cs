using System.Diagnostics;
using System.Text.RegularExpressions;
using Rectify.Reports.Languages;
using Rectify.Reports.Pages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Tests.Pages;

public sealed partial class ReportPageTests
{
    private static readonly Words Words = Words.Of("en");

    [Fact]
    public void The_verdict_is_one_sentence_at_the_head()
    {
        string page = ReportPage.Write([Stories.Small], Words);
        Assert.Contains(
            "Healthy: it is right on 92.5&#160;% of the test rows (always the majority: 50.0&#160;%), and of its 3 units 1 silent.", page);
        Assert.Contains("Unfinished: the run has come to epoch 1 of 2 and left no result.", ReportPage.Write([Stories.Killed], Words));
    }

    [Fact]
    public void It_loads_nothing_and_runs_nothing()
    {
        foreach (string page in AllPages())
        {
            Assert.DoesNotContain("<script", page);
            Assert.DoesNotContain("http:", page);
            Assert.DoesNotContain("https:", page);
            Assert.DoesNotContain("@import", page);
            Assert.All(Link.Matches(page), link => Assert.Matches("^(data:|#)", link.Groups["to"].Value));
        }
    }

    [Fact]
    public void What_a_run_says_is_text_and_no_element()
    {
        foreach (string page in AllPages())
        {
            Assert.DoesNotContain("<moons>", page);
            Assert.DoesNotContain("<silent>", page);
        }
    }

    [Fact]
    public void Ids_are_unique_and_every_element_is_ended()
    {
        foreach (string page in AllPages())
        {
            string[] ids = [.. Id.Matches(page).Select(match => match.Value)];
            Assert.Equal(ids.Distinct(), ids);
            foreach (string tag in (string[])["section", "details", "figure", "table", "div", "main", "svg", "ul", "p"])
            {
                Assert.Equal(Regex.Count(page, $"<{tag}[ >]"), Regex.Count(page, $"</{tag}>"));
            }
        }
    }

    [Fact]
    public void A_large_run_has_a_small_page()
    {
        RunStory large = Stories.Large(layers: 10, units: 512, epochs: 200);
        Stopwatch clock = Stopwatch.StartNew();
        string page = ReportPage.Write([large], Words);

        // Rates at random do not compress: those of a run are smaller.
        Assert.InRange(page.Length, 500_000, 3_000_000);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public void Several_runs_stand_side_by_side_with_the_options_in_which_they_differ()
    {
        string page = ReportPage.Write([Stories.Small, Other], Words);
        Assert.Contains("--lr", page);
        Assert.DoesNotContain("--seed<", page);
        Assert.Contains("2 runs side by side", page);
    }

    [Fact]
    public void Chinese_pages_say_so()
        => Assert.Contains("<html lang=\"zh\">", ReportPage.Write([Stories.Small], Words.Of("zh")));

    private static RunStory Other => Stories.Small with { Name = "b", Options = [("seed", "42"), ("lr", "0.1")] };

    private static IEnumerable<string> AllPages() =>
        from runs in (RunStory[][])[[Stories.Small], [Stories.Killed], [Stories.Small, Other]]
        from language in Words.Languages
        select ReportPage.Write(runs, Words.Of(language));

    [GeneratedRegex(" (href|src)=\"(?<to>[^\"]*)\"")]
    private static partial Regex Link { get; }

    [GeneratedRegex(" id=\"[^\"]*\"")]
    private static partial Regex Id { get; }
}
