using System.Diagnostics;
using System.Text.RegularExpressions;
using Rectify.Cli.Tests.Reference;
using Rectify.Models;

namespace Rectify.Cli.Tests.Native;

/// <summary>The native binary does what the command does under the just-in-time compiler, to the last bit.</summary>
public sealed partial class NativeTests(NativeBinary binary) : IClassFixture<NativeBinary>
{
    private const long Megabyte = 1_000_000;

    public static TheoryData<string> ReferenceRunNames => ReferenceRunTests.Runs;

    [Fact]
    public void It_is_small() => Assert.InRange(new FileInfo(binary.Path).Length, 1, 15 * Megabyte);

    [Theory]
    [InlineData("spirals", "--hidden", "16,8", "--activation", "gelu", "--dropout", "0.1", "--batch-norm", "--epochs", "3")]
    [InlineData("flowers.csv", "--target", "size", "--hidden", "16", "--dropout", "0.2", "--optimizer", "adamw", "--epochs", "3")]
    [InlineData("bars", "--channels", "4,8", "--activation", "prelu", "--hidden", "16", "--augment", "shift=1", "--epochs", "2")]
    [InlineData("bars", "--task", "reconstruction", "--hidden", "16,4,16", "--activation", "elu", "--epochs", "2")]
    public void Training_makes_the_same_bits_and_says_the_same(params string[] arguments)
    {
        using Workplace just = Prepared(new()), native = Prepared(new(binary.Path));
        string[] train = ["train", .. arguments, "--out", "run"];
        Assert.Equal(Said(just.Run(train)), Said(native.Run(train)));
        Assert.Equal(just.Bytes("run/model.safetensors"), native.Bytes("run/model.safetensors"));
        Assert.Equal(just.Entries, native.Entries);
    }

    [Theory]
    [MemberData(nameof(ReferenceRunNames))]
    public void A_reference_run_gives_the_bits_it_always_gave(string name)
    {
        using Workplace here = new(binary.Path);
        ReferenceRun run = ReferenceRuns.Find(name);
        here.Run(["train", .. run.Words, "--out", "run"]).Succeeds();
        Assert.Equal(run.Hash, ReferenceRun.HashOf(Model.Load(here.PathOf("run/model.safetensors")).Network));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("train", "--help")]
    [InlineData("--version")]
    [InlineData("inspect", "flowers.csv", "--target", "size")]
    [InlineData("inspect", "flowers.csv", "--target", "size", "--json")]
    [InlineData("evaluate", "run", "flowers.csv")]
    [InlineData("predict", "run", "flowers.csv")]
    [InlineData("diagnose", "run", "flowers.csv", "--json")]
    [InlineData("diagnose", "run", "--fail-on", "silent=0")]
    [InlineData("trian")]
    [InlineData("train", "flowers.csv", "--target", "colours")]
    [InlineData("train", "moons", "--activation", "rulu", "--json")]
    [InlineData("predict", "absent.safetensors", "flowers.csv")]
    [InlineData("evaluate", "flowers.csv", "flowers.csv")]
    public void Every_command_answers_the_same(params string[] arguments)
    {
        using Workplace just = Prepared(new()), native = Prepared(new(binary.Path));
        if (arguments.Contains("run"))
        {
            string[] train = ["train", "flowers.csv", "--target", "size", "--epochs", "2", "--out"];
            just.Run([.. train, "run"]).Succeeds();
            just.Run([.. train, native.PathOf("run")]).Succeeds();
        }
        Assert.Equal(Said(just.Run(arguments)), Said(native.Run(arguments)));
    }

    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public void It_keeps_its_best_model_when_it_is_stopped(string signal)
    {
        using Workplace here = new(binary.Path);
        using Process process = here.Start(["train", "moons", "--epochs", "1000000", "--patience", "0", "--hidden", "8", "--out", "run"]);
        while (process.StandardError.ReadLine() is { } line && !line.Contains("best", StringComparison.Ordinal)) { }
        Process.Start("kill", [signal, $"{process.Id}"]).WaitForExit();
        Assert.Contains("cancelled @", Workplace.WaitFor(process).EndsWith(ExitCode.Cancelled).Output);
        here.Run("evaluate", "run", "moons").Succeeds();
    }

    private static Workplace Prepared(Workplace here)
    {
        here.Write("flowers.csv", Tables.Flowers());
        Pictures.Bars(here);
        return here;
    }

    // Progress comes by the clock, and the time it took is its own.
    private static (int, string, string) Said(Ended ended) => (ended.ExitCode, Seconds.Replace(ended.Output, "a moment"),
        string.Join('\n', ended.Error.Split('\n').Where(line => !line.Contains('━') && !line.Contains('─'))));

    [GeneratedRegex(@"[\d.]+ m?s$", RegexOptions.Multiline)]
    private static partial Regex Seconds { get; }
}
