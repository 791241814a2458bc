using System.Globalization;

namespace Rectify.Cli.Tests.Commands;

public sealed class PredictTests
{
    [Fact]
    public void Each_row_has_a_line_in_order_with_the_share_of_each_class()
    {
        using Workplace here = new();
        Train(here, Tables.Flowers(300), "size");
        here.Write("new.csv", "height,colour", "4.0,red", "0.1,blue", "3.9,green", "0.2,");
        string[] lines = Lines(here.Run("predict", "run", "new.csv").Succeeds().Output);
        Assert.Equal("prediction,p_low,p_tall", lines[0]);
        Assert.Equal(["tall", "low", "tall", "low"], lines[1..].Select(line => line.Split(',')[0]));
        Assert.All(lines[1..], line => Assert.Equal(1, line.Split(',')[1..].Sum(Number), 1e-5));
    }

    [Fact]
    public void A_file_holds_what_standard_output_would()
    {
        using Workplace here = new();
        here.TrainMoons().Succeeds();
        string output = here.Run("predict", "run", "moons").Succeeds().Output;
        Ended file = here.Run("predict", "run/model.safetensors", "moons", "-o", "out.csv").Succeeds();
        Assert.Equal(output, File.ReadAllText(here.PathOf("out.csv")));
        Assert.Contains("out.csv  1,000 predictions of class", file.Output);
        Assert.Equal(1000, (int)here.Run("predict", "run", "moons", "-o", "out.csv", "--json").Succeeds().Json["rows"]!);
        Assert.Equal(1001, Lines(output).Length);
    }

    [Fact]
    public void Numbers_are_in_the_unit_of_the_target()
    {
        using Workplace here = new();
        Train(here, Tables.Houses(300), "price");
        here.Write("new.csv", "rooms,area", "3,60", "x,60", ",");
        string[] lines = Lines(here.Run("predict", "run", "new.csv").Succeeds().Output);
        Assert.Equal(["prediction"], lines[..1]);
        Assert.InRange(Number(lines[1]), 190, 230);
        Assert.All(lines[1..], line => Assert.True(double.IsFinite(Number(line))));
    }

    [Fact]
    public void A_class_with_a_comma_stands_in_quotes()
    {
        using Workplace here = new();
        IEnumerable<string> rows = Enumerable.Range(0, 40).Select(i
            => $"{i * 7 % 40},\"{(i * 7 % 40 < 20 ? "one, \"\"two\"\"" : "three")}\"");
        Train(here, ["a,b", .. rows], "b");
        string[] lines = Lines(here.Run("predict", "run", here.Write("new.csv", "a", "0")).Succeeds().Output);
        Assert.Equal("prediction,\"p_one, \"\"two\"\"\",p_three", lines[0]);
        Assert.StartsWith("\"one, \"\"two\"\"\",", lines[1]);
    }

    [Fact]
    public void A_reader_that_has_seen_enough_may_close_the_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no head.");
        using Workplace here = new();
        here.Write("many.csv", ["x,y", .. Enumerable.Range(0, 50_000).Select(i => $"{i % 7},{i % 11}")]);
        here.TrainMoons().Succeeds();
        using System.Diagnostics.Process process = here.Start(["predict", "run", "many.csv"]);
        Assert.StartsWith("prediction", process.StandardOutput.ReadLine());
        process.StandardOutput.Close();
        string error = process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(60_000));
        Assert.Equal("", error);
        Assert.Equal(ExitCode.Success, process.ExitCode);
    }

    private static void Train(Workplace here, IEnumerable<string> table, string target)
        => here.Run("train", here.Write("table.csv", table), "--target", target, "--lr", "0.01", "--out", "run").Succeeds();

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
