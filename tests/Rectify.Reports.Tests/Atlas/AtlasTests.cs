using Rectify.Activations;
using Rectify.Reports.Atlas;
using Rectify.Reports.Charts;
using Rectify.Reports.Languages;
using Rectify.Reports.Pages;

namespace Rectify.Reports.Tests.Atlas;

public sealed class AtlasTests
{
    public static TheoryData<string> Names => [.. ActivationCatalog.All.Select(entry => entry.Info.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_is_whole_in_every_language(string name)
    {
        ActivationPortrait portrait = Of(name);
        Assert.NotEqual("", portrait.Info.ChosenWhen);
        Assert.NotEqual("", portrait.Info.FailsWhen);
        Assert.NotEmpty(Measurement.Of(name));
        Words words = Words.Of("zh");
        Assert.All((string[])["summary", "chosen", "fails"], key => Assert.NotNull(words.Translation($"{name}.{key}")));
        Assert.All(AtlasCharts.Of(portrait, words), chart => Assert.NotEmpty(chart.Table.Rows));
    }

    [Fact]
    public void No_translation_is_of_an_activation_that_there_is_not()
        => Assert.All(Words.Of("zh").TranslationKeys, key => ActivationCatalog.Find(key.Split('.')[0]));

    [Theory]
    [InlineData("relu", "can-fall-silent")]
    [InlineData("leaky-relu", "")]
    [InlineData("prelu", "learned")]
    [InlineData("relu6", "bounded can-fall-silent")]
    [InlineData("gelu", "smooth can-fall-silent")]
    [InlineData("tanh", "smooth bounded zero-centred can-fall-silent")]
    [InlineData("identity", "smooth zero-centred")]
    public void Traits_follow_from_the_definition(string name, string traits)
        => Assert.Equal(traits, string.Join(' ', TraitCatalog.Of(Of(name))));

    [Fact]
    public void Flat_ends_are_where_calculus_puts_them()
    {
        Assert.Equal(new FlatEnds(0, null), Of("relu").Zero);
        Assert.Equal(new FlatEnds(0, 6), Of("relu6").Zero);
        Assert.True(Of("leaky-relu").Inactive.IsNone);
        // σ′ = σ(1 − σ) = 0.01 at ±ln(((1 + √0.96)/2)/((1 − √0.96)/2)).
        double end = Math.Round(Math.Log((1 + Math.Sqrt(0.96)) / (1 - Math.Sqrt(0.96))), 3);
        Assert.Equal(-end, Of("sigmoid").Inactive.Below!.Value, 2e-3);
        Assert.Equal(end, Of("sigmoid").Inactive.Above!.Value, 2e-3);
    }

    [Fact]
    public void Moments_are_those_of_the_half_normal()
    {
        Assert.Equal(1 / Math.Sqrt(2 * Math.PI), Of("relu").Mean, 1e-5);
        Assert.Equal(0.5, Of("relu").MeanSquare, 1e-5);
        Assert.Equal(0.5, Of("relu").DerivativeMeanSquare, 1e-5);
    }

    [Fact]
    public void A_kink_tells_both_limits_and_the_value_between()
    {
        DerivativeJump jump = Assert.Single(Of("relu").Jumps);
        Assert.Equal(new DerivativeJump(0, 0, 1, 0), jump);
        Assert.Empty(Of("elu").Jumps);
    }

    [Fact]
    public void The_page_has_a_card_and_samples_for_every_activation_and_loads_nothing()
    {
        using StringWriter html = new();
        AtlasPage.Write(ActivationPortrait.All, Words.Of("en"), html);
        string page = html.ToString();
        Assert.All(ActivationCatalog.All, entry => Assert.Contains($"<section class=\"card\" id=\"{entry.Info.Name}\"", page));
        Assert.DoesNotContain("src=", page);
        Assert.DoesNotContain("http", page);
    }

    private static ActivationPortrait Of(string name) => ActivationPortrait.All.Single(portrait => portrait.Info.Name == name);
}
