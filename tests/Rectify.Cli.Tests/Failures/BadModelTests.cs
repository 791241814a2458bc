using System.Text;
using Rectify.Models;

namespace Rectify.Cli.Tests.Failures;

/// <summary>A model that cannot be used, or does not fit the data: exit 3 and a sentence that names it.</summary>
public sealed class BadModelTests
{
    [Fact]
    public void There_is_none() => Refuses(_ => null, "There is no file model.safetensors");

    [Fact]
    public void It_is_cut_off() => Refuses(bytes => bytes[..^100], "cut off");

    [Fact]
    public void It_is_cut_off_within_its_header() => Refuses(bytes => bytes[..200], "cut off");

    [Fact]
    public void It_is_empty() => Refuses(_ => [], "not a model");

    [Fact]
    public void It_is_a_table() => Refuses(_ => Encoding.UTF8.GetBytes(string.Join('\n', Tables.Flowers())), "not a model");

    [Fact]
    public void A_weight_was_altered()
        => Refuses(bytes =>
        {
            bytes[^9] ^= 1;
            return bytes;
        }, "altered");

    [Fact]
    public void It_is_of_a_newer_version()
        => Refuses(bytes => WithTexts(bytes, texts => texts["version"] = "999"), "newer");

    [Fact]
    public void It_is_another_programs_tensors() => Refuses(bytes => WithTexts(bytes, texts => texts.Clear()), "not a model of Rectify");

    [Theory]
    [InlineData("network")]
    [InlineData("pipeline")]
    [InlineData("meaning")]
    public void A_part_of_it_is_nonsense(string part)
        => Refuses(bytes => WithTexts(bytes, texts => texts[part] = "nonsense"), "model.safetensors");

    [Theory]
    [InlineData("network")]
    [InlineData("pipeline")]
    [InlineData("meaning")]
    [InlineData("loss")]
    public void A_part_of_it_is_lacking(string part)
        => Refuses(bytes => WithTexts(bytes, texts => texts.Remove(part)), part);

    [Fact]
    public void A_loss_that_is_unknown_cannot_be_judged_by_and_is_not_needed_to_predict()
    {
        using Workplace here = new();
        here.TrainMoons().Succeeds();
        here.Write("model.safetensors", WithTexts(here.Bytes("run/model.safetensors"), texts => texts["loss"] = "nonsense"));
        Assert.Contains("nonsense", here.Run("evaluate", "model.safetensors", "moons").Refuses(ExitCode.Data));
        Assert.Contains("nonsense", here.Run("diagnose", "model.safetensors", "moons").Refuses(ExitCode.Data));
        here.Run("predict", "model.safetensors", "moons").Succeeds();
    }

    [Fact]
    public void The_data_have_other_columns()
    {
        using Workplace here = new();
        here.TrainMoons().Succeeds();
        here.Write("other.csv", Tables.Flowers());
        foreach (string verb in (string[])["predict", "evaluate", "diagnose"])
        {
            Assert.Contains("x, y", here.Run(verb, "run", "other.csv").Refuses(ExitCode.Data));
        }
    }

    [Fact]
    public void A_run_left_no_model()
    {
        using Workplace here = new();
        here.TrainMoons().Succeeds();
        File.Delete(here.PathOf("run/model.safetensors"));
        Assert.Contains("left no model", here.Run("predict", "run", "moons").Refuses(ExitCode.Data));
    }

    [Fact]
    public void A_folder_is_no_run()
    {
        using Workplace here = new();
        Directory.CreateDirectory(here.PathOf("empty"));
        Assert.Contains("not the folder of a run", here.Run("evaluate", "empty", "moons").Refuses(ExitCode.Data));
    }

    private static void Refuses(Func<byte[], byte[]?> damage, string says)
    {
        using Workplace here = new();
        here.TrainMoons().Succeeds();
        if (damage(here.Bytes("run/model.safetensors")) is { } damaged) { here.Write("model.safetensors", damaged); }
        Assert.Contains(says, here.Run("evaluate", "model.safetensors", "moons").Refuses(ExitCode.Data));
        Ended predict = here.Run("predict", "model.safetensors", "moons", "-o", "out.csv");
        predict.Refuses(ExitCode.Data);
        Assert.DoesNotContain("out.csv", here.Entries);
    }

    // Saved again, so that the checksum fits.
    private static byte[] WithTexts(byte[] bytes, Action<Dictionary<string, string>> change)
    {
        using Workplace elsewhere = new();
        string path = elsewhere.PathOf(elsewhere.Write("model.safetensors", bytes));
        SafetensorsFile file = SafetensorsFile.Read(path);
        Dictionary<string, string> texts = new(file.Texts);
        change(texts);
        (file with { Texts = texts }).Write(path);
        return File.ReadAllBytes(path);
    }
}
