namespace Rectify.Cli.Tests.Commands;

public sealed class InspectTests
{
    [Fact]
    public void A_table_is_shown_without_a_target()
    {
        using Workplace here = new();
        Ended inspect = here.Run("inspect", here.Write("flowers.csv", Tables.Flowers())).Succeeds();
        Assert.Contains("blue 40, red 20", inspect.Output);
        Assert.Contains("--target", inspect.Output);
        Assert.Equal(["flowers.csv"], here.Entries);
    }

    [Fact]
    public void With_a_target_it_says_what_train_would_do()
    {
        using Workplace here = new();
        here.Write("flowers.csv", Tables.Flowers());
        Ended inspect = here.Run("inspect", "flowers.csv", "--target", "size", "--hidden", "5").Succeeds();
        Ended dry = here.Run("train", "flowers.csv", "--target", "size", "--hidden", "5", "--dry-run").Succeeds();
        Assert.Contains("relu1: ", inspect.Output);
        Assert.Contains(Line(dry, "model"), inspect.Output);
        Assert.Contains(Line(dry, "split"), inspect.Output);
    }

    [Fact]
    public void A_set_the_program_makes_knows_its_target()
    {
        using Workplace here = new();
        Assert.Contains("classification of class", here.Run("inspect", "blobs").Succeeds().Output);
    }

    [Fact]
    public void A_layer_has_a_line_and_a_start_that_may_be_dead_another()
    {
        using Workplace here = new();
        Ended inspect = here.Run("inspect", "moons", "--hidden", "3,3,3,3,3,3").Succeeds();
        string[] starts = [.. inspect.Output.Split('\n').Where(l => l.StartsWith("start ", StringComparison.Ordinal))];

        Assert.Equal(7, starts.Length);
        Assert.Matches(@"relu1: \d of 3 units silent on 700 rows; .* % expected on 256 · pre-activation variance ", starts[0]);
        Assert.Matches(@", mean square .* \(theory .*\) · gradient .* \(theory .*\)", starts[0]);
        Assert.Matches(@"\d+ % of such starts are born dead \(width 3, 6 layers; \d+ % to \d+ % at 95 %\), this one ", starts[6]);
    }

    private static string Line(Ended ended, string label)
        => ended.Output.Split('\n').Single(l => l.StartsWith(label, StringComparison.Ordinal)).Trim();
}
