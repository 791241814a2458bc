using System.Xml.Linq;
using Rectify.Data;
using Rectify.Reports.Charts;
using Rectify.Reports.Figures;
using Rectify.Reports.Languages;
using Rectify.Reports.Pages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Tests.Figures;

public sealed class FigureTests
{
    private static readonly Words Words = Words.Of("en");

    public static TheoryData<string> Names => [.. FigureFile.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_a_file_that_stands_alone(string name)
    {
        foreach (RunStory[] runs in (RunStory[][])[[Stories.Small], [Stories.Small, Stories.Small with { Name = "b" }]])
        {
            XElement svg = XDocument.Parse(FigureFile.Svg(name, runs, Words)).Root!;
            Assert.Equal("svg", svg.Name.LocalName);

            // Programs for papers know no style sheets.
            Assert.DoesNotContain(svg.Descendants(), e => e.Attribute("class") is not null || e.Name.LocalName == "style");
            Assert.DoesNotContain(svg.Descendants().Attributes("href"), href => !href.Value.StartsWith("data:"));
            Assert.DoesNotContain(svg.Descendants().Attributes(), attribute => attribute.Value.Contains("NaN"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_chart_has_a_title_a_sentence_and_a_table_with_a_cell_under_each_head(string name)
    {
        foreach (Chart chart in FigureCatalog.Find(name).ChartsOf(Stories.Small, Words))
        {
            Assert.NotEqual("", chart.Title);
            Assert.EndsWith(".", chart.Summary);
            Assert.NotEmpty(chart.Table.Rows);
            Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Count, row.Count));
        }
    }

    [Fact]
    public void The_loss_is_that_of_every_epoch_and_of_the_start()
        => Assert.Equal(["0,,0.8", "1,0.7,0.65", "2,0.4,0.5"], Table("loss"));

    [Fact]
    public void The_rates_are_those_that_were_counted_beside_why_a_unit_is_silent()
        => Assert.Equal(
            [
                "0,50.2\u00A0%,50.2\u00A0%,60.0\u00A0%,alive,2,0.125,1,",
                "1,0.0\u00A0%,0.0\u00A0%,0.0\u00A0%,silent,−0.25,−0.75,0.5,4",
                "2,100.0\u00A0%,100.0\u00A0%,30.0\u00A0%,alive,1,0,2,",
            ],
            Table("firing"));

    [Fact]
    public void The_fans_are_the_quantiles_that_were_kept()
        => Assert.Equal(["0,−2,−1,0.2,1,2,12.5\u00A0%", "2,−2,−1,0.4,1,2,12.5\u00A0%"], Table("pre-activations"));

    [Fact]
    public void Gradients_that_are_not_finite_are_told_and_marked()
    {
        Assert.Equal(["1,0.25,0.5", "2,NaN,0.125"], Table("gradients"));
        string svg = FigureFile.Svg("gradients", [Stories.Small], Words);
        Assert.Contains("NaN or ∞", svg);
    }

    [Fact]
    public void Answers_are_told_by_class_and_beside_the_truth()
    {
        Assert.Equal(["cat,9,1", "dog,2,8"], Table("confusion"));
        Assert.Equal(["1,1.5,0.5", "2,2,0", "3,2.5,−0.5"], Table("residuals"));
        Assert.Equal(["relu1,1.5,2"], Table("start"));
    }

    [Fact]
    public void A_figure_that_a_run_does_not_tell_of_is_refused_and_an_unknown_one_has_its_nearest_name()
    {
        Assert.Contains("confusion", Assert.Throws<DataException>(() => FigureFile.Svg("confusion", [Stories.Killed], Words)).Message);
        Assert.Contains("Did you mean loss?", Assert.Throws<ArgumentException>(() => FigureCatalog.Find("los")).Message);
    }

    private static IEnumerable<string> Table(string figure)
        => FigureCatalog.Find(figure).ChartsOf(Stories.Small, Words).First().Table.Rows.Select(row => string.Join(',', row));
}
