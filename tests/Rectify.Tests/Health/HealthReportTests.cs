using Rectify.Health;

namespace Rectify.Tests.Health;

public sealed class HealthReportTests
{
    [Theory]
    [InlineData(0, "ok")]
    [InlineData(49, "ok")]
    [InlineData(50, "warning")]
    [InlineData(90, "error")]
    public void The_worst_finding_is_the_verdict_and_hints_leave_it_ok(int silent, string verdict)
    {
        HealthReport report = HealthReport.Of(Evidence.None with
        {
            Layers = [Evidence.Layer(units: 100, silent), Evidence.Layer(units: 100, silent: 1)],
        });
        Assert.Equal(verdict, report.Verdict);
        Assert.Equal(2, report.Layers.Count);
    }

    [Fact]
    public void Hints_come_last_and_all_else_in_the_order_of_the_catalog()
    {
        HealthEvidence evidence = Evidence.OfInputs(Evidence.Input("a", deviation: 0), Evidence.Input("b", root: 5)) with
        {
            Layers = [Evidence.Layer(units: 2, silent: 2)], Classes = [("yes", 4)],
        };
        Assert.Equal(
            ["constant-labels", "inputs-unscaled", "dead-units", "inputs-constant"],
            HealthReport.Of(evidence).Findings.Select(f => f.Rule));
    }
}
