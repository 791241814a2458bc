using System.Diagnostics;
using System.Globalization;

namespace Rectify.Cli.Tests.Reference;

/// <summary>
/// The same seed gives the same bits at any width of registers. What a processor has is settled when a process starts, so the
/// reference runs are tested once more in a process for each width.
/// </summary>
public sealed class RegisterWidthTests
{
    private const string Variable = "RECTIFY_MOST_LANES";

    /// <summary>The widest lane that this process should have: 16, or what a test has started it for.</summary>
    public static int MostLanes { get; }
        = int.Parse(Environment.GetEnvironmentVariable(Variable) ?? "16", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "8")]
    [InlineData("DOTNET_EnableAVX2", "4")]
    [InlineData("DOTNET_EnableHWIntrinsic", "1")]
    public void A_machine_without_wide_registers_gives_the_bits_of_one_with_them(string instructions, string lanes)
    {
        string tests = typeof(RegisterWidthTests).Assembly.Location;
        string method = $"{typeof(ReferenceRunTests).FullName}.{nameof(ReferenceRunTests.A_reference_run_gives_the_bits_it_always_gave)}";
        ProcessStartInfo start = new("dotnet", ["exec", tests, "-noLogo", "-noColor", "-method", method])
        {
            RedirectStandardOutput = true,
            Environment = { [instructions] = "0", [Variable] = lanes },
        };
        using Process process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.True(process.ExitCode == 0, said);
        Assert.Contains($"Total: {ReferenceRuns.All.Count}, Errors: 0, Failed: 0, Skipped: 0", said);
    }
}
