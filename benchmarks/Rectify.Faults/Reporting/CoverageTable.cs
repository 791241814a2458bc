using System.Text;
using System.Text.Json;

namespace Rectify.Faults;

/// <summary>How many lines of each room the tests run.</summary>
internal sealed class CoverageTable
{
    /// <summary>The least share of all lines.</summary>
    public const double Promised = 0.9;

    private readonly Dictionary<string, FileLines> _files;

    private CoverageTable(Dictionary<string, FileLines> files) => _files = files;

    /// <summary>The share of all lines that run.</summary>
    public double Share => ShareOf(_files.Values);

    /// <summary>Reads a report of coverlet: modules, files, classes, methods, lines and how often each ran.</summary>
    public static CoverageTable Read(string report)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(report));
        string folder = Path.GetFullPath(Core.Folder);
        Dictionary<string, FileLines> files = [];
        foreach (JsonProperty module in document.RootElement.EnumerateObject())
        {
            foreach (JsonProperty file in module.Value.EnumerateObject())
            {
                string path = Path.GetRelativePath(folder, file.Name).Replace('\\', '/');
                if (!path.StartsWith("..", StringComparison.Ordinal)) { files[path] = LinesOf(file.Value); }
            }
        }
        return new(files);
    }

    /// <summary>A table in Markdown, with a row for each room and one for all.</summary>
    public string Text()
    {
        StringBuilder text = new("| room | files | lines | run | share |\n|---|---|---|---|---|\n");
        foreach (Room room in RoomCatalog.All)
        {
            AppendRow(text, room.Title, [.. from file in _files where RoomCatalog.Of(file.Key) == room select file.Value]);
        }
        AppendRow(text, "**all**", [.. _files.Values]);
        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, string name, FileLines[] files)
    {
        if (files.Length == 0) { return; }
        text.Append($"| {name} | {files.Length} | {files.Sum(file => file.All):N0} | {files.Sum(file => file.Run):N0} ");
        text.Append($"| {ShareOf(files):P1} |\n");
    }

    private static double ShareOf(IEnumerable<FileLines> files) => files.Sum(file => (double)file.Run) / files.Sum(file => file.All);

    // A line may belong to several methods, a lambda and what it is in: it ran if it ran in one.
    private static FileLines LinesOf(JsonElement file)
    {
        Dictionary<string, bool> lines = [];
        foreach (JsonProperty type in file.EnumerateObject())
        {
            foreach (JsonProperty method in type.Value.EnumerateObject())
            {
                foreach (JsonProperty line in method.Value.GetProperty("Lines").EnumerateObject())
                {
                    lines[line.Name] = lines.GetValueOrDefault(line.Name) || line.Value.GetInt64() > 0;
                }
            }
        }
        return new(lines.Count, lines.Values.Count(ran => ran));
    }
}
