using System.Text.Json.Nodes;

namespace Rectify.Cli.Tests.Commands;

public sealed class AtlasTests
{
    [Fact]
    public void The_atlas_is_a_page_in_the_language_asked_for()
    {
        using Workplace here = new();
        Assert.Contains("atlas.html", here.Run("atlas", "--lang", "en").Succeeds().Output);
        Assert.Contains("<html lang=\"en\">", File.ReadAllText(here.PathOf("atlas.html")));
        JsonObject json = here.Run("atlas", "--lang", "zh", "-o", "zh.html", "--json").Succeeds().Json;
        Assert.Equal("zh.html", (string?)json["atlas"]);
        Assert.Contains("激活函数图谱", File.ReadAllText(here.PathOf("zh.html")));
    }

    [Fact]
    public void A_card_is_a_figure_of_its_own()
    {
        using Workplace here = new();
        here.Run("atlas", "--figure", "gelu", "--format", "svg").Succeeds();
        Assert.StartsWith("<svg", File.ReadAllText(here.PathOf("gelu.svg")));
    }

    [Fact]
    public void What_is_wrong_is_refused_in_a_sentence()
    {
        using Workplace here = new();
        Directory.CreateDirectory(here.PathOf("folder"));
        Assert.Contains("relu6", here.Run("atlas", "--figure", "rulu").Refuses(ExitCode.Usage));
        Assert.Contains("--figure", here.Run("atlas", "--format", "svg").Refuses(ExitCode.Usage));
        Assert.Contains("--format", here.Run("atlas", "--figure", "relu", "--format", "png").Refuses(ExitCode.Usage));
        Assert.Contains("--lang", here.Run("atlas", "--lang", "fr").Refuses(ExitCode.Usage));
        Assert.Contains("is a folder", here.Run("atlas", "-o", "folder").Refuses(ExitCode.Data));
        Assert.Contains("its folder is not there", here.Run("atlas", "-o", "absent/atlas.html").Refuses(ExitCode.Data));
    }
}
