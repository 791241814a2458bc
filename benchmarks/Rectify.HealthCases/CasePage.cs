using System.Globalization;
using System.Text;
using Rectify.Health;

namespace Rectify.HealthCases;

/// <summary>docs/health-cases.md: what was planted, and what was found first, when.</summary>
internal static class CasePage
{
    private const string Path = "docs/health-cases.md";

    public static void Write(IReadOnlyList<(HealthCase Case, IReadOnlyList<CaseOutcome> Outcomes)> rows)
    {
        StringBuilder page = new();
        page.Append(
            """
            # Health cases

            Written by `dotnet dev.cs health-cases`: networks with a known fault, and healthy ones, each trained from five seeds with the
            monitor watching. Thresholds were chosen, and rules mended, on fifteen other seeds (`dotnet dev.cs health-cases calibrate`); the
            seeds of this page had no part in it.

            ## Faults

            Told first: the first warning or error, with the epoch and step in which it was first seen (0 is before the first step).

            | planted | from the command line | seeds named rightly in the first tenth | told first, by seed | at epoch / step |
            |---|---|---|---|---|

            """);
        foreach ((HealthCase one, IReadOnlyList<CaseOutcome> outcomes) in rows.Where(row => !row.Case.IsControl && row.Outcomes.Count > 0))
        {
            string first = string.Join(", ", outcomes.Select(o => o.First?.Rule ?? "nothing").Distinct());
            string when = string.Join(", ", outcomes.Select(o => o.First is { } f ? Invariant($"{f.Epoch}/{f.Step}") : "–"));
            string right = Invariant($"{outcomes.Count(o => o.IsRight(one))} of {outcomes.Count}");
            page.Append(Invariant($"| {one.Name} | `rectify {one.Command}` | {right} | {first} | {when} |\n"));
        }
        page.Append(
            """

            Constant labels cannot be trained on: `train` refuses them before anything is computed (exit code 3, finding `constant-labels`).

            ## Healthy controls

            No warning and no error is right, neither during the run nor at its end.

            | network | seeds left alone | told, where not |
            |---|---|---|

            """);
        foreach ((HealthCase one, IReadOnlyList<CaseOutcome> outcomes) in rows.Where(row => row.Case.IsControl && row.Outcomes.Count > 0))
        {
            IEnumerable<Finding> said = outcomes.SelectMany(o => o.Told.Concat(o.Report.Findings.Where(f => f.Severity > Severity.Hint)));
            string told = string.Join(", ", said.Select(f => f.Rule).Distinct());
            page.Append(Invariant($"| {one.Name} | {outcomes.Count(o => o.IsRight(one))} of {outcomes.Count} | {told} |\n"));
        }
        File.WriteAllText(Path, page.ToString());
        Console.WriteLine($"wrote {Path}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
