// What is done to this project, as commands: dotnet dev.cs test. Only the .NET SDK has to be there; packages are fetched by the build.
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

const string Everything = "Rectify.slnx";
const string Tests = "tests/Rectify.Tests";
const string Benchmarks = "benchmarks/Rectify.Benchmarks";
const string Accuracy = "benchmarks/Rectify.Accuracy";
const string Trials = "benchmarks/Rectify.Trials";
const string Faults = "benchmarks/Rectify.Faults";
const string Core = "src/Rectify";

(string Name, string Purpose, Func<string[], int> Run)[] commands =
[
    ("test", "build everything and run every test; arguments go to the test runner, e.g. -class '*GemmTests'", Test),
    ("bench", "measure beside other engines and write docs/performance.md, or only the parts named, e.g. elementwise", Bench),
    ("ulp", "hold every activation, or those named, to all 2^32 floats, and write docs/accuracy.md", names => Measure(["ulp", .. names])),
    ("health-cases", "plant known faults, see whether the doctor names them, and write docs/health-cases.md", HealthCases),
    ("experiments", "try what is said of rectifiers, all or those named, and write docs/experiments.md; --quick only sees that it runs",
        names => Dotnet(["run", "-c", "Release", "--project", "benchmarks/Rectify.Experiments", "--", .. names])),
    ("coefficients", "fit the constants of the elementary functions anew", _ => Measure(["coefficients"])),
    ("trials", "try promises that take long or much disk, all or those named, e.g. larger-table; writes docs/reliability.md", Try),
    ("kill", "kill runs 200 times and see that each goes on to the model it would have had", _ => Try(["kill"])),
    ("faults", "plant faults in core, or in the rooms and files named, and say which the tests miss; all of them write docs/faults.md",
        names => Plant(["plant", .. names])),
    ("coverage", "say which share of core's lines the tests run, and write it into docs/faults.md", _ => Cover()),
    ("docs", "write generated pages and README snippets anew", _ => UpdateDocuments()),
    ("api", "write down the public surface of core anew", _ => UpdateApi()),
    ("pack", "make the NuGet packages, into artifacts/", _ => Pack()),
    ("native", "make the command as native code, which needs no .NET; x86-64-v4 for processors with AVX-512, [x86-64-v3]", Native),
];

Directory.SetCurrentDirectory((string)AppContext.GetData("EntryPointFileDirectoryPath")!);
var command = commands.FirstOrDefault(known => known.Name == args.FirstOrDefault());
if (command.Run is null)
{
    Console.WriteLine("dotnet dev.cs <command>");
    foreach (var (name, purpose, _) in commands) { Console.WriteLine($"  {name,-12} {purpose}"); }
    return args is ["help" or "--help" or "-h"] ? 0 : 2;
}
return command.Run(args[1..]);

static int Test(string[] arguments)
{
    InstallLinker();
    InstallBrowser();
    Console.WriteLine($"building {Everything}; the first time takes about a minute");
    bool isBuilt = Build(Everything) == 0;
    if (!isBuilt) { Console.WriteLine("The build failed, so no test ran."); }

    var tally = new Tally();
    foreach (string folder in isBuilt ? Directory.GetDirectories("tests") : []) { RunTests(folder, arguments, tally); }
    foreach (string skipped in tally.Skipped) { Console.WriteLine($"skipped {skipped}"); }
    Console.WriteLine($"{tally.Passed} passed, {tally.Failed} failed, {tally.Skipped.Count} skipped");
    return tally is { Failed: 0, Passed: > 0 } ? 0 : 1;
}

// A test project is a program that tells what happens as a line of JSON for each event.
static void RunTests(string folder, string[] arguments, Tally tally)
{
    string name = Path.GetFileName(folder);
    var clock = Stopwatch.StartNew();
    var (shown, before, failedBefore) = (TimeSpan.Zero, tally.Count, tally.Failed);
    string program = Path.Combine(folder, "bin", "Release", "net10.0", name + ".dll");
    string[] line = [program, "-automated", "-printMaxStringLength", "400", .. arguments];
    var start = new ProcessStartInfo("dotnet", line) { RedirectStandardOutput = true };
    using Process process = Process.Start(start)!;
    while (process.StandardOutput.ReadLine() is { } said)
    {
        if (said.StartsWith('{')) { tally.Read(said); }
        else { Console.WriteLine(said); }
        if (clock.Elapsed - shown < TimeSpan.FromSeconds(5)) { continue; }
        shown = clock.Elapsed;
        Console.WriteLine($"{name}: {tally.Count - before} tests in {shown.TotalSeconds:F0} s");
    }
    process.WaitForExit();
    if (process.ExitCode != 0 && tally.Failed == failedBefore)
    {
        tally.Fail($"{name} ended with exit code {process.ExitCode}", "It did not say why.");
    }
    Console.WriteLine($"{name}: {tally.Count - before} tests in {clock.Elapsed.TotalSeconds:F0} s");
}

static int HealthCases(string[] arguments)
    => Dotnet(["run", "-c", "Release", "--project", "benchmarks/Rectify.HealthCases", "--", .. arguments]);

static int Measure(string[] arguments) => Dotnet(["run", "-c", "Release", "--project", Accuracy, "--", .. arguments]);

static int Try(string[] names)
{
    int built = Build(Trials);
    return built != 0 ? built : Dotnet([Path.Combine(Trials, "bin/Release/net10.0/Rectify.Trials.dll"), .. names]);
}

// The peers are packages of their own, with half a gigabyte of native libraries: where they do not restore, ours is measured alone.
static int Bench(string[] arguments)
{
    Console.WriteLine("building the benchmarks with their peers; the first time fetches 0.3 GB");
    if (Dotnet("build", Benchmarks, "-c", "Release", "-p:Peers=true", "-v", "quiet", "--nologo") != 0)
    {
        Console.WriteLine("The benchmarks do not build with TorchSharp, libtorch and ONNX Runtime, for the reason above.");
        Console.WriteLine("Now without them.");
        int built = Build(Benchmarks);
        if (built != 0) { return built; }
    }
    return Dotnet([Path.Combine(Benchmarks, "bin/Release/net10.0/Rectify.Benchmarks.dll"), .. arguments]);
}

static int Plant(string[] arguments)
{
    int built = Build(Tests);
    return built != 0 ? built : Dotnet(["run", "-c", "Release", "--project", Faults, "--", .. arguments]);
}

// A build of its own, because counting slows what it counts.
static int Cover()
{
    const string Folder = "artifacts/coverage", Results = Folder + "/results";
    if (Directory.Exists(Results)) { Directory.Delete(Results, recursive: true); }
    int built = Dotnet("build", Tests, "-c", "Release", "-p:Coverage=true", "--artifacts-path", Folder, "-v", "quiet", "--nologo");
    if (built != 0) { return built; }

    string program = Path.Combine(Folder, "bin/Rectify.Tests/release/Rectify.Tests.dll");
    int tested = Dotnet(program, "--results-directory", Path.GetFullPath(Results), "--filter-not-namespace", "Rectify.Tests.Samples",
        "--coverlet", "--coverlet-include", "[Rectify]*", "--coverlet-output-format", "json", "--coverlet-single-hit");
    if (tested != 0) { Console.WriteLine("Tests failed, for the reasons above: what they would have run is not counted."); }
    return Dotnet("run", "-c", "Release", "--project", Faults, "--", "cover", Directory.GetFiles(Results, "coverage*.json").Single());
}

static int UpdateDocuments()
{
    Environment.SetEnvironmentVariable("RECTIFY_UPDATE_DOCUMENTS", "1");
    int built = Build(Tests);
    return built != 0 ? built : Dotnet(Path.Combine(Tests, "bin/Release/net10.0/Rectify.Tests.dll"), "-noLogo", "-class", "*DocumentTests");
}

// The analyzer knows which lines are missing: with the list emptied, its own fix writes the whole of it.
static int UpdateApi()
{
    File.WriteAllText(Path.Combine(Core, "PublicAPI.Unshipped.txt"), "#nullable enable\n");
    return Dotnet("format", "analyzers", Core, "--diagnostics", "RS0016", "--severity", "warn");
}

static int Pack() => Dotnet("pack", Everything, "-c", "Release", "-o", "artifacts", "-v", "quiet");

// What processor it is for is decided here: native code cannot ask at run time whether there are wider vectors.
static int Native(string[] instructions)
{
    InstallLinker();
    const string Folder = "artifacts/native";
    string[] wanted = [.. instructions.Take(1).Select(name => $"-p:IlcInstructionSet={name}")];
    int published = Dotnet(["publish", "src/Rectify.Cli", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
        "--artifacts-path", Path.Combine(Folder, "obj"), "-o", Folder, "-v", "quiet", "--nologo", .. wanted]);
    if (published != 0) { return published; }

    string program = Path.Combine(Folder, OperatingSystem.IsWindows() ? "rectify.exe" : "rectify");
    double[] times = [.. Enumerable.Range(0, 21).Select(_ => TimeOf(program, "--help")).Order()];
    string size = (new FileInfo(program).Length / 1e6).ToString("F1", CultureInfo.InvariantCulture);
    Console.WriteLine($"{program}: {size} MB, --help in {times[10]:F0} ms (median of 21)");
    return 0;
}

// Native code is linked by clang or gcc. In a container that has neither, clang can be installed; else its tests skip themselves.
static void InstallLinker()
{
    bool isThere = File.Exists("/usr/include/zlib.h") && (IsInstalled("clang") || IsInstalled("gcc"));
    if (!isThere) { Install("which link native code", "clang", "zlib1g-dev"); }
}

// Reports are looked at in a browser, in Chinese too. As with the linker.
static void InstallBrowser()
{
    bool isThere = IsInstalled("chromium") || IsInstalled("chromium-browser") || IsInstalled("google-chrome");
    if (!isThere) { Install("which shows reports", "chromium", "fonts-dejavu-core", "fonts-wqy-microhei"); }
    if (!IsInstalled("npm")) { Install("which drives it", "nodejs", "npm"); }
}

static void Install(string purpose, params string[] packages)
{
    if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !IsInstalled("apt-get")) { return; }
    Console.WriteLine($"installing {string.Join(", ", packages)}, {purpose}");
    foreach (string[] step in (string[][])[["update"], ["install", "--yes", "--no-install-recommends", .. packages]])
    {
        var start = new ProcessStartInfo("apt-get", ["-qq", "-o", "Acquire::Retries=0", .. step]) { RedirectStandardOutput = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using Process process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }
}

static bool IsInstalled(string program)
    => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

// In milliseconds, from nothing to the end of the process.
static double TimeOf(string program, string argument)
{
    var clock = Stopwatch.StartNew();
    using Process process = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true })!;
    process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return clock.Elapsed.TotalMilliseconds;
}

static int Build(string project) => Dotnet("build", project, "-c", "Release", "-v", "quiet", "--nologo");

static int Dotnet(params string[] arguments)
{
    using Process process = Process.Start("dotnet", arguments);
    process.WaitForExit();
    return process.ExitCode;
}

/// <summary>What became of the tests of all projects.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, string> _names = [];

    public int Passed { get; private set; }
    public int Failed { get; private set; }
    public List<string> Skipped { get; } = [];
    public int Count => Passed + Failed + Skipped.Count;

    public void Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement message = document.RootElement;
        string type = Text("$type");
        switch (type)
        {
            case "test-starting": _names[Text("TestUniqueID")] = Text("TestDisplayName"); break;
            case "test-passed": Passed++; break;
            case "test-skipped": Skipped.Add($"{_names[Text("TestUniqueID")]}: {Text("Reason")}"); break;
            case "test-failed": Fail(_names[Text("TestUniqueID")], Details()); break;
            default:
                // Failures outside a test: of a fixture, of cleaning up, of the runner itself.
                if (type.EndsWith("failure") || type.EndsWith("error-message")) { Fail(type, Details()); }
                break;
        }

        string Text(string name) => message.TryGetProperty(name, out JsonElement value) ? value.ToString() : "";

        string Details() => string.Join('\n', Lines("Messages").Concat(Lines("StackTraces")));

        IEnumerable<string> Lines(string name)
            => message.TryGetProperty(name, out JsonElement value) ? value.EnumerateArray().Select(line => line.ToString()) : [];
    }

    public void Fail(string what, string details)
    {
        Failed++;
        Console.WriteLine($"FAILED {what}\n  {details.ReplaceLineEndings("\n  ")}\n");
    }
}
