using System.Globalization;
using System.Text.Json.Nodes;
using Rectify.Reports.Atlas;
using Rectify.Reports.Figures;
using Rectify.Reports.Languages;

namespace Rectify.Browser.Tests;

/// <summary>What a person meets who opens a report: with a mouse or without, in light or dark, on a screen or a phone.</summary>
public sealed class ReportTests(Sights sights) : IClassFixture<Sights>
{
    private const double Viewport = 720;

    public static IReadOnlyList<string> PageNames { get; } =
        ["healthy", "sick", "chinese", "many", "large", "comparison", "comparison-zh", "atlas", "atlas-zh"];

    public static TheoryData<string, string> All
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (string page in PageNames)
            {
                foreach (string view in (string[])["light", "dark", "phone"]) { all.Add(page, view); }
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_page_asks_for_nothing_and_complains_of_nothing(string page, string view)
    {
        Assert.Empty(sights.Of(page, view)["requests"]!.AsArray());
        Assert.Empty(sights.Of(page, view)["errors"]!.AsArray());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_runs_over_the_edge_even_with_every_drawer_open(string page, string view)
    {
        Assert.Equal(0, (int)sights.Of(page, view)["overflow"]!);
        Assert.Equal(0, (int)sights.Of(page, view)["overflowOpen"]!);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_checker_of_accessibility_finds_nothing_serious(string page, string view)
        => Assert.Empty(sights.Of(page, view)["grave"]!.AsArray().Select(what => (string)what!));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_figure_shows_one_drawing_as_large_as_its_letters_want_and_has_a_table(string page, string view)
    {
        JsonNode sight = sights.Of(page, view);
        Assert.Equal(0, (int)sight["drawings"]!);
        Assert.Equal(0, (int)sight["tables"]!);
        Assert.InRange((double)sight["smallest"]!, 0.85, 1.05);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_drawer_is_reached_and_opened_by_keyboard(string page, string view)
    {
        if (sights.Of(page, view)["tour"] is not { } tour) { return; }
        Assert.Equal((int)tour["drawers"]!, (int)tour["reached"]!);
        Assert.Equal(0, (int)tour["unseen"]!);
        Assert.Equal(3, (int)tour["opened"]!);
    }

    [Theory]
    [InlineData("healthy")]
    [InlineData("sick")]
    [InlineData("chinese")]
    [InlineData("large")]
    [InlineData("comparison")]
    public void The_verdict_is_seen_without_scrolling(string page)
        => Assert.InRange((double)sights.Of(page, "light")["verdictBottom"]!, 0, Viewport);

    [Fact]
    public void Dark_is_dark_and_light_is_light()
    {
        Assert.Equal("rgb(255, 255, 255)", (string?)sights.Of("healthy", "light")["paper"]);
        Assert.Equal("rgb(21, 24, 28)", (string?)sights.Of("healthy", "dark")["paper"]);
    }

    // What decides how long a page takes to open: with 86,000 elements it took 1.1 s, with 6,000 0.7 s.
    [Fact]
    public void A_run_of_ten_layers_of_512_units_and_200_epochs_opens_quickly_for_it_has_few_elements()
        => Assert.InRange((int)sights.Of("large", "light")["elements"]!, 1000, 10_000);

    [Theory]
    [InlineData("light")]
    [InlineData("phone")]
    public void A_long_table_has_all_its_rows_once_it_is_opened(string view)
    {
        string[][] rows =
            [.. sights.Of("large", view)["firing"]!.AsArray().Select(row => row!.AsArray().Select(cell => (string)cell!).ToArray())];
        IReadOnlyList<IReadOnlyList<string>> told = new FiringFigure().ChartsOf(Sights.Large, Words.Of("en")).First().Table.Rows;
        Assert.Equal(512, rows.Length);
        Assert.Equal(told, rows);
    }

    [Fact]
    public void One_slider_moves_x_on_every_card_and_a_filter_leaves_those_that_are_asked_for()
    {
        JsonNode atlas = sights.Of("atlas", "light")["atlas"]!;
        Assert.Equal("x = 6.00", (string?)atlas["x"]);
        Assert.Equal(ActivationPortrait.All.Count, atlas["readings"]!.AsObject().Count);
        Assert.Equal("f = 6   f′ = 1", (string?)atlas["readings"]!["relu"]);
        Assert.Equal("f = 36   f′ = 12", (string?)atlas["readings"]!["squared-relu"]);
        Assert.Equal(
            ActivationPortrait.All.Where(portrait => !portrait.IsSmooth).Select(portrait => portrait.Info.Name),
            atlas["left"]!.AsArray().Select(name => (string)name!));
    }

    [Fact]
    public void The_table_of_the_loss_is_what_the_run_wrote_down()
    {
        JsonNode sight = sights.Of("healthy", "light");
        JsonNode[] epochs = [.. File.ReadLines(Path.Combine(sights.Folder, "healthy", "events.jsonl"))
            .Select(line => JsonNode.Parse(line)!).Where(e => (string?)e["event"] == "epoch")];
        string[][] rows = [.. sight["loss"]!.AsArray().Select(row => row!.AsArray().Select(cell => (string)cell!).ToArray())];

        // The first row is of the start.
        Assert.Equal(epochs.Length + 1, rows.Length);
        foreach ((JsonNode epoch, string[] row) in epochs.Zip(rows.Skip(1)))
        {
            Assert.Equal((int)epoch["epoch"]!, (int)Number(row[0]));
            Assert.Equal((double)epoch["training_loss"]!, Number(row[1]), 5e-4 * (double)epoch["training_loss"]!);
            Assert.Equal((double)epoch["validation_loss"]!, Number(row[2]), 5e-4 * (double)epoch["validation_loss"]!);
        }
    }

    private static double Number(string text) => double.Parse(text.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture);
}
