using System.Diagnostics;
using System.Text.Json.Nodes;
using Rectify.Reports.Languages;
using Rectify.Reports.Pages;
using Rectify.Reports.Runs;
using Rectify.Reports.Tests;

namespace Rectify.Browser.Tests;

/// <summary>Reports of every kind, looked at once in a browser for all tests; where that is absent, the reason why.</summary>
public sealed class Sights : IDisposable
{
    private static readonly string[] Modules = ["playwright-core@1.65.1", "axe-core@4.14.1"];
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];

    private readonly string _absence = "";
    private readonly JsonArray _seen = [];

    public Sights()
    {
        string? chromium = Browsers.Select(PathOf).FirstOrDefault(path => path is not null);
        if (chromium is null) { _absence = "There is no chromium to look with."; }
        else if (PathOf("node") is null || PathOf("npm") is null) { _absence = "There is no node to drive a browser with."; }
        else if (Fetch() is { } why) { _absence = $"playwright-core and axe-core could not be fetched: {why}"; }
        else
        {
            string[] pages = [.. WritePages()];
            string look = Path.Combine(AppContext.BaseDirectory, "look.mjs");
            _seen = JsonNode.Parse(Run("node", [look, chromium, ModuleFolder, .. pages]))!.AsArray();
        }
    }

    /// <summary>The run of the page named large.</summary>
    internal static RunStory Large { get; } = Stories.Large(layers: 10, units: 512, epochs: 200);

    public string Folder { get; } = Directory.CreateTempSubdirectory("rectify-browser").FullName;

    /// <summary>What was seen of one page in one view; the test is skipped where there is no browser.</summary>
    public JsonNode Of(string page, string view)
    {
        Assert.SkipWhen(_absence != "", _absence);
        return _seen.Single(sight => (string)sight!["page"]! == page && (string)sight["view"]! == view)!;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // Kept among the intermediate files of these tests.
    private static string ModuleFolder { get; } = Path.Combine(Repository.Root, "tests", "Rectify.Browser.Tests", "obj", "browser");

    private static string? Fetch()
    {
        if (Modules.All(module => Directory.Exists(Path.Combine(ModuleFolder, "node_modules", module.Split('@')[0])))) { return null; }
        Directory.CreateDirectory(ModuleFolder);
        ProcessStartInfo start = new("npm",
        [
            "install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--fetch-retries=0",
            "--prefix", ModuleFolder, .. Modules,
        ])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using Process npm = Process.Start(start)!;
        string error = npm.StandardError.ReadToEnd();
        npm.WaitForExit();
        return npm.ExitCode == 0 ? null : error.Split('\n')[0];
    }

    private IEnumerable<string> WritePages()
    {
        Rectify("train", "moons", "--epochs", "12", "--out", "healthy", "--seed", "5");
        Rectify("train", "spirals", "--hidden", "32,32,32", "--lr", "0.05", "--epochs", "20", "--out", "sick", "--seed", "3");
        Rectify("report", "sick", "--lang", "zh", "-o", "chinese.html");
        Rectify("report", "healthy", "sick", "--lang", "en", "-o", "many.html");
        Rectify("report", "healthy", "--lang", "en", "-o", "healthy.html");
        Rectify("report", "sick", "--lang", "en", "-o", "sick.html");
        string[] factors = ["--activation", "relu", "--activation", "gelu", "--bias", "0", "--bias", "-3"];
        Rectify(["compare", "moons", "--epochs", "20", "--seeds", "3", "--out", "compared", "--lr", "0.01", "--lr", "0.001", .. factors]);
        Rectify("report", "compared", "--lang", "en", "-o", "comparison.html");
        Rectify("report", "compared", "--lang", "zh", "-o", "comparison-zh.html");
        Rectify("atlas", "--lang", "en", "-o", "atlas.html");
        Rectify("atlas", "--lang", "zh", "-o", "atlas-zh.html");
        string large = ReportPage.Write([Large], Words.Of("en"));
        File.WriteAllText(Path.Combine(Folder, "large.html"), large);
        return ReportTests.PageNames.Select(name => Path.Combine(Folder, name + ".html"));
    }

    private void Rectify(params string[] arguments)
        => Run("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Rectify.Cli.dll"), .. arguments]);

    private string Run(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        string command = $"{program} {string.Join(' ', arguments)}";
        Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}:\n{output}\n{error.Result}");
        return output;
    }

    private static string? PathOf(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
