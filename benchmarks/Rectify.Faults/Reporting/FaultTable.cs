using System.Text;

namespace Rectify.Faults;

/// <summary>The figures of a run, by room.</summary>
/// <param name="possible">All faults that the files which were looked at could have.</param>
/// <param name="results">What became of those that were planted.</param>
internal sealed class FaultTable(IReadOnlyDictionary<string, Fault[]> possible, IReadOnlyList<Result> results)
{
    /// <summary>What no test noticed, in the order of the files.</summary>
    public IReadOnlyList<Fault> Missed { get; } =
    [
        .. from result in results
           where result.Outcome == Outcome.Missed
           orderby result.Fault.Path, result.Fault.Line, result.Fault.Change
           select result.Fault,
    ];

    /// <summary>A table in Markdown, with a row for each room and one for all.</summary>
    public string Text()
    {
        StringBuilder text = new("| room | files | possible | planted | noticed | missed | harmless |\n|---|---|---|---|---|---|---|\n");
        foreach (Room room in RoomCatalog.All) { AppendRow(text, room.Title, path => RoomCatalog.Of(path) == room); }
        AppendRow(text, "**all**", _ => true);
        return text.ToString();
    }

    private void AppendRow(StringBuilder text, string name, Func<string, bool> isMeant)
    {
        Fault[][] files = [.. possible.Where(file => isMeant(file.Key)).Select(file => file.Value)];
        if (files.Length == 0) { return; }
        ILookup<Outcome, Result> planted = results.Where(result => isMeant(result.Fault.Path)).ToLookup(result => result.Outcome);
        (int noticed, int missed) = (planted[Outcome.Noticed].Count(), planted[Outcome.Missed].Count());
        text.Append($"| {name} | {files.Length} | {files.Sum(file => file.Length):N0} | {noticed + missed} | {noticed} | {missed} ");
        text.Append($"| {planted[Outcome.Harmless].Count()} |\n");
    }
}
