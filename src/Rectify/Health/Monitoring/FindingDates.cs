namespace Rectify.Health;

/// <summary>When each finding was first seen. One that goes away again is forgotten; one that stays is told once.</summary>
internal sealed class FindingDates
{
    private readonly Dictionary<(string Rule, string? Layer), (int Epoch, long Step)> _first = [];
    private readonly List<Finding> _told = [];

    /// <summary>What was told, in order, each with the moment when it was first seen.</summary>
    public IReadOnlyList<Finding> Told => _told;

    /// <summary>What is seen now, and had been seen before.</summary>
    public IEnumerable<((string Rule, string? Layer) Finding, (int Epoch, long Step) First)> Open
        => _first.Select(finding => (finding.Key, finding.Value));

    /// <summary>Takes what the rules say now, and gives the warnings and errors that are to be told.</summary>
    /// <param name="findings">All of them.</param>
    /// <param name="epoch">Of now.</param>
    /// <param name="step">Of now.</param>
    /// <param name="isCertain">Whether one look is enough, because what is seen cannot pass.</param>
    public IReadOnlyList<Finding> See(IReadOnlyList<Finding> findings, int epoch, long step, bool isCertain)
    {
        List<Finding> news = [];
        HashSet<(string, string?)> seen = [];
        foreach (Finding finding in findings.Where(f => f.Severity > Severity.Hint))
        {
            (string Rule, string? Layer) key = (finding.Rule, finding.Layer);
            seen.Add(key);
            bool isNew = _first.TryAdd(key, (epoch, step));
            bool isTold = _told.Any(told => (told.Rule, told.Layer) == key);
            if (!isTold && (isCertain || !isNew)) { news.Add(Dated(finding)); }
        }
        foreach ((string, string?) gone in _first.Keys.Where(key => !seen.Contains(key)).ToArray()) { _first.Remove(gone); }
        _told.AddRange(news);
        return news;
    }

    /// <summary>The finding with the moment when it was first seen, where that is known.</summary>
    public Finding Dated(Finding finding) => _first.TryGetValue((finding.Rule, finding.Layer), out (int Epoch, long Step) first)
        ? finding with { Epoch = first.Epoch, Step = first.Step }
        : finding;

    public void Restore(IEnumerable<((string Rule, string? Layer) Finding, (int Epoch, long Step) First)> open, IEnumerable<Finding> told)
    {
        _first.Clear();
        foreach (((string, string?) finding, (int, long) first) in open) { _first[finding] = first; }
        _told.Clear();
        _told.AddRange(told);
    }
}
