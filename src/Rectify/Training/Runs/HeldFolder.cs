using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Data;

namespace Rectify.Training;

/// <summary>A folder of JSON and other files that one process holds at a time, while it writes there.</summary>
internal sealed class HeldFolder : IDisposable
{
    private const string LockFile = "lock";
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // As many numbers as there are units would each have a line.
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RunLock? _lock;

    private HeldFolder(string path, RunLock? held) => (Path, _lock) = (path, held);

    public string Path { get; }

    /// <summary>A folder to be looked at, which another process may hold.</summary>
    public static HeldFolder Open(string path) => new(path, null);

    /// <summary>Makes the folder, where it is not there, and takes hold of it.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="inner">A folder in it that is made as well.</param>
    /// <exception cref="DataException">It is in use, or cannot be written to.</exception>
    public static HeldFolder Hold(string path, string inner) => TryHold(path, inner) ?? throw new DataException(
        $"{path} is in use: another rectify is training there. Wait until it has ended, or choose another folder with --out.");

    /// <summary>Makes the next of 0001-name, 0002-name, … in a folder, and takes hold of it.</summary>
    /// <param name="place">The folder they are in.</param>
    /// <param name="name">What follows the number, made safe for a path.</param>
    /// <param name="inner">A folder in it that is made as well.</param>
    /// <param name="isTaken">Whether a folder is somebody's already.</param>
    /// <exception cref="DataException">It cannot be written to.</exception>
    public static HeldFolder HoldNext(string place, string name, string inner, Func<string, bool> isTaken)
    {
        Files.MakeFolder(place);
        string safe = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
        int number = 1 + Directory.EnumerateDirectories(place)
            .Select(folder => System.IO.Path.GetFileName(folder).Split('-')[0])
            .Select(digits => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0)
            .DefaultIfEmpty(0).Max();
        while (true)
        {
            // Where another process takes the same number in the same moment, the next is free.
            string path = System.IO.Path.Combine(place, string.Create(CultureInfo.InvariantCulture, $"{number++:D4}-{safe}"));
            if (TryHold(path, inner) is not { } folder) { continue; }
            if (!isTaken(path)) { return folder; }
            folder.Dispose();
        }
    }

    public string In(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Writes a JSON file whole or not at all.</summary>
    /// <exception cref="DataException">The place cannot be written to.</exception>
    public void Write(string file, JsonObject json, bool compact = false) => Files.Replace(
        In(file), stream => stream.Write(Encoding.UTF8.GetBytes(json.ToJsonString(compact ? Compact : Indented) + "\n")));

    public JsonObject? ReadIfThere(string file) => File.Exists(In(file)) ? Read(file) : null;

    /// <exception cref="DataException">It is not there, or was altered.</exception>
    public JsonObject Read(string file)
    {
        string path = In(file);
        try { return JsonNode.Parse(Files.ReadAllBytes(path)) as JsonObject ?? throw Altered("it is no JSON object"); }
        catch (JsonException e) { throw Altered("it is not JSON any more", e); }

        DataException Altered(string how, Exception? cause = null) => new($"{path} was altered: {how}.", cause);
    }

    /// <summary>Lets others write there.</summary>
    public void Dispose() => _lock?.Dispose();

    private static HeldFolder? TryHold(string path, string inner)
    {
        Files.MakeFolder(System.IO.Path.Combine(path, inner));
        return RunLock.Take(System.IO.Path.Combine(path, LockFile)) is { } held ? new(path, held) : null;
    }
}
