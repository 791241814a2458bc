using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rectify.Faults;

/// <summary>
/// Results as they come, a line of JSON each, so that a later run goes on where one ended. What a test noticed it will notice again
/// while the file stays as it is; what no test noticed is tried anew when the tests have changed.
/// </summary>
internal sealed class ResultLog : IDisposable
{
    // Read by people, too.
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() },
    };

    private readonly Dictionary<string, Line> _known = [];
    private readonly Dictionary<string, string> _sources = [];
    private readonly Lock _entry = new();
    private readonly StreamWriter _writer;
    private readonly string _tests;

    /// <param name="path">The file, which is made where there is none.</param>
    /// <param name="tests">The built tests.</param>
    public ResultLog(string path, string tests)
    {
        _tests = Hash(tests);
        foreach (string text in File.Exists(path) ? File.ReadLines(path) : [])
        {
            Line line = JsonSerializer.Deserialize<Line>(text, Plain)!;
            _known[line.Fault] = line;
        }
        _writer = new(path, append: true) { AutoFlush = true };
    }

    /// <summary>What is known of a fault that still holds; null where it has to be tried.</summary>
    public Result? Find(Fault fault)
    {
        lock (_entry)
        {
            return _known.GetValueOrDefault(fault.Key) is { } line && line.Source == SourceOf(fault)
                && (line.Outcome != Outcome.Missed || line.Tests == _tests) ? new(fault, line.Outcome, line.By) : null;
        }
    }

    /// <summary>Writes down what became of a fault; from any thread.</summary>
    public void Add(Result result)
    {
        lock (_entry)
        {
            Line line = new(result.Fault.Key, result.Outcome, result.By, SourceOf(result.Fault), _tests);
            _known[line.Fault] = line;
            _writer.WriteLine(JsonSerializer.Serialize(line, Plain));
        }
    }

    public void Dispose() => _writer.Dispose();

    private string SourceOf(Fault fault)
    {
        if (!_sources.TryGetValue(fault.Path, out string? hash))
        {
            _sources[fault.Path] = hash = Hash(Path.Combine(Core.Folder, fault.Path));
        }
        return hash;
    }

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))[..16];

    private sealed record Line(string Fault, Outcome Outcome, string By, string Source, string Tests);
}
