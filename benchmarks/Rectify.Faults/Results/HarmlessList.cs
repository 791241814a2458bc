namespace Rectify.Faults;

/// <summary>
/// The faults that cannot change a result, with a reason each. In the file a line is the path of a source, one below it that
/// begins with "- " a change in it as reports show it, or "any: " and a whole line of code, and the line after it the reason.
/// </summary>
internal sealed class HarmlessList
{
    /// <summary>Where it lies, from the root of the repository.</summary>
    public const string Path = "benchmarks/Rectify.Faults/harmless.txt";

    private const string Entry = "- ", Any = "any: ", Indent = "  ", Comment = "#";

    private readonly Dictionary<(string Path, string Text), int> _lines = [];
    private readonly HashSet<(string Path, string Text)> _met = [];

    private HarmlessList() { }

    /// <summary>The list as it is.</summary>
    /// <exception cref="InvalidDataException">A change has no reason, or no source.</exception>
    public static HarmlessList Read()
    {
        HarmlessList list = new();
        string source = "", entry = "";
        foreach ((int index, string line) in File.ReadLines(Path).Append("").Index())
        {
            bool isReason = line.StartsWith(Indent, StringComparison.Ordinal), isEntry = line.StartsWith(Entry, StringComparison.Ordinal);
            if (entry != "" && !isReason) { throw new InvalidDataException($"{Path} line {index}: '{entry}' has no reason below it."); }
            if (isEntry && source == "") { throw new InvalidDataException($"{Path} line {index + 1}: '{line}' is in no file."); }
            if (isEntry)
            {
                entry = line[Entry.Length..].Trim();
                list._lines[(source, entry)] = index + 1;
            }
            else if (isReason) { entry = ""; }
            else if (line != "" && !line.StartsWith(Comment, StringComparison.Ordinal)) { source = line.Trim(); }
        }
        return list;
    }

    /// <summary>How many changes and lines are on it.</summary>
    public int Count => _lines.Count;

    /// <summary>Whether a fault is on the list.</summary>
    public bool Holds(Fault fault)
    {
        bool isChange = Meets((fault.Path, fault.Change)), isLine = Meets((fault.Path, Any + fault.Code));
        return isChange || isLine;
    }

    /// <summary>What is on the list of these files, but no fault any more.</summary>
    public IEnumerable<string> Stale(IReadOnlySet<string> paths)
        => _lines.Where(line => paths.Contains(line.Key.Path) && !_met.Contains(line.Key))
            .Select(line => $"{Path} line {line.Value}: {line.Key.Path} cannot be changed so: {line.Key.Text}");

    private bool Meets((string Path, string Text) key)
    {
        if (!_lines.ContainsKey(key)) { return false; }
        _met.Add(key);
        return true;
    }
}
