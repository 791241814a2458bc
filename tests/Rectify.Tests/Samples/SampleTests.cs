using System.Diagnostics;
using Rectify.Tests.Conventions;

namespace Rectify.Tests.Samples;

/// <summary>What is true of every sample.</summary>
public sealed class SampleTests
{
    private const int MostLines = 60;

    public static TheoryData<string, string> LastLines => new()
    {
        { "TrainFromRecords", "virginica (100 %)" },
        { "TrainFromCsv", "4 threads, 400 rows each, all agree: True" },
        { "HealthMonitor", "health: warning, 2 findings" },
        { "OwnActivation", "1 xor 1 = 0" },
        { "ResidualNetwork", "test accuracy 1.0000 of 90 images" },
        { "Autoencoder", "mean squared error 0.4540, of 32 principal components 0.3422: less is PCA's" },
    };

    [Theory]
    [MemberData(nameof(LastLines))]
    public async Task A_sample_runs_and_says_what_is_expected(string name, string lastLine)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, name + ".dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(), output = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal("", await errors);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(lastLine, (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].TrimEnd('\r'));
    }

    [Fact]
    public void Every_sample_is_run()
        => Assert.Equal(
            Directory.GetDirectories(Repository.PathOf("samples")).Select(folder => Path.GetFileName(folder)!).Order(),
            LastLines.Select(row => row.Data.Item1).Order());

    [Fact]
    public void A_sample_is_under_60_lines()
        => Assert.All(
            Repository.Sources.Where(file => file.Path.StartsWith("samples/")),
            file => Assert.InRange(file.Lines.Length, 1, MostLines - 1));
}
