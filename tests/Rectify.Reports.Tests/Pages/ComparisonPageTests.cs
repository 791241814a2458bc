using Rectify.Reports.Charts;
using Rectify.Reports.Comparisons;
using Rectify.Reports.Languages;
using Rectify.Reports.Pages;

namespace Rectify.Reports.Tests.Pages;

public sealed class ComparisonPageTests
{
    private static readonly ComparisonStory Story = new()
    {
        Name = "0001-<iris>",
        Version = "0.1.0",
        Command = "rectify compare 'a & b.csv'",
        Headline = "gelu is better than relu: accuracy +0.0250 (0.0100 to 0.0400).",
        Details = [],
        Reasons = ["relu loses because its units died: 62 % of them are silent (gelu: 0 %)."],
        Assumption = "The intervals assume.",
        Measure = "accuracy",
        LargerIsBetter = true,
        Part = "test",
        Rows = 1234,
        Seeds = ["42", "43"],
        LearningRates = [0.01, 0.1],
        Variants =
        [
            Variant("relu", [0.9, 0.95], (0.925, 0.8, 1.05), null, cause: ("dead-units", 2)),
            Variant("gelu", [0.925, 0.975], (0.95, 0.85, 1.04), (0.025, 0.01, 0.04, 0.0123, true, 4), cause: null),
        ],
    };

    public static TheoryData<string> Languages => [.. Words.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_says_what_was_found_and_escapes_it(string language)
    {
        string page = Page(Story, language);
        Assert.Contains($"<html lang=\"{language}\">", page);
        Assert.Contains(language == "en" ? "gelu is better than relu" : "gelu 优于 relu：准确率", page);
        Assert.Contains("0001-&lt;iris&gt;", page);
        Assert.Contains(language == "en" ? "62 % of them are silent" : "其中 62 % 沉默", page);
        Assert.Contains("rectify compare &#39;a &amp; b.csv&#39;", page);
        Assert.Contains("1,234", page);
        Assert.DoesNotContain("<script", page);
    }

    [Fact]
    public void Tables_have_the_numbers_of_the_drawings()
    {
        Words words = Words.Of("en");
        Assert.Equal(["relu", "0.925", "0.8", "1.05", "0.9", "0.95"], ComparisonCharts.Scores(Story, words).Table.Rows[0]);

        // Seed by seed, and only of what is compared with the first.
        DataTable differences = ComparisonCharts.Differences(Story, words).Table;
        Assert.Equal(["gelu", "0.025", "0.01", "0.04", "0.025", "0.025"], Assert.Single(differences.Rows));
        DataTable losses = ComparisonCharts.Losses(Story, words).Table;
        Assert.Equal(["epoch", "relu", "relu ↓", "relu ↑", "gelu", "gelu ↓", "gelu ↑"], losses.Columns);
        Assert.Equal(["1", "0.4", "0.3", "0.5", "0.4", "0.3", "0.5"], losses.Rows[1]);
        Assert.Equal(["2", "0.5", "0.5"], ComparisonCharts.Gradients(Story, words).Table.Rows[1]);
        Assert.Equal("dead-units (2)", ComparisonCharts.Numbers(Story, words).Rows[0][11]);
    }

    [Fact]
    public void What_is_not_finite_is_left_out_of_drawings_and_named_in_tables()
    {
        VariantStory lost = Variant("lost", [double.NaN, 0.5], (double.NaN, double.NaN, double.NaN), null, cause: null);
        ComparisonStory story = Story with { Variants = [.. Story.Variants, lost with { Gradients = [("a", 0), ("b", 1)] }] };
        Assert.Equal("NaN", ComparisonCharts.Scores(story, Words.Of("en")).Table.Rows[2][1]);
        Assert.DoesNotContain("=\"NaN\"", Page(story, "en"));
    }

    private static VariantStory Variant(
        string name, double[] scores, (double, double, double) interval, (double, double, double, double, bool, int?)? difference,
        (string, int)? cause) => new()
    {
        Name = name, Command = $"rectify train iris --activation {name}", LearningRate = 0.01, Scores = scores, Interval = interval,
        Difference = difference, Silent = 0.25, Zeros = 0.5, SecondsPerEpoch = 0.002, Diverged = 0, Cause = cause,
        Losses = [(1, 0.9, 1.1), (0.4, 0.3, 0.5)], Gradients = [("dense1", 0.125), ("dense2", 0.5)],
    };

    private static string Page(ComparisonStory story, string language)
    {
        using StringWriter html = new();
        ComparisonPage.Write(story, Words.Of(language), html);
        return html.ToString();
    }
}
