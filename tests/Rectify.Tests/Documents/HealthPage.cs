using System.Text;
using Rectify.Health;
using Rectify.Tests.Conventions;

namespace Rectify.Tests.Documents;

/// <summary>The page of the words in which health is told: what each verdict means, and what each rule fires on.</summary>
internal static class HealthPage
{
    public static string Write()
    {
        StringBuilder page = new("""
            # Health

            Written by `dotnet dev.cs docs` from the doc comments and the rules in src/Rectify/Health; a test fails when this page is stale.

            A *unit* is one output of a dense layer. On a row it is *active* where the derivative of its activation at its pre-activation is
            not zero (for a curve: where its size is above 0.01), for then a gradient passes. The *probe* is a fixed, seeded set of training
            rows, 4,096 or all when there are fewer, run as in prediction. Each unit gets exactly one verdict.

            | verdict | exact meaning |
            |---|---|

            """);
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            page.Append($"| {Words(verdict)} | {Cell(XmlDocumentation.SummaryOf(verdict))} |\n");
        }
        page.Append("""

            Sparse is not silent, and silent is not dead: a healthy layer of rectifiers gives zeros most of the time, and a silent unit may
            still wake on rows that the probe lacks.

            ## Rules

            A finding has the id of its rule, a severity, a count with its denominator, and advice. Findings are told in this order, root
            causes first. Hints leave the verdict "ok".

            A threshold *by hand* is one that we chose; none was fitted. To choose it we looked at runs of known faults and of healthy
            networks from fifteen seeds (`dotnet dev.cs health-cases calibrate`). [health-cases.md](health-cases.md) says how the rules
            do on five seeds that had no part in that. It is seeds that are kept apart, and with them data that are drawn, splits and
            weights; the kinds of faults and networks are the same in both.

            | id | what is wrong | fires when | where the threshold is from |
            |---|---|---|---|

            """);
        foreach (IHealthRule rule in RuleCatalog.All)
        {
            string isWrong = XmlDocumentation.SummaryOf(rule.GetType());
            page.Append($"| {rule.Id} | {Cell(isWrong)} | {Cell(rule.Summary)} | {Cell(rule.Source)} |\n");
        }
        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|");

    // AlwaysOn is "always on".
    private static string Words(Verdict verdict)
        => string.Concat($"{verdict}".Select((letter, place) => char.IsUpper(letter) && place > 0 ? $" {letter}" : $"{letter}"))
            .ToLowerInvariant();
}
