using Rectify.Activations;
using Rectify.Health;

namespace Rectify.Tests.Conventions;

public sealed class DocumentationTests
{
    [Fact]
    public void Every_public_type_has_a_summary()
        => Assert.DoesNotContain(typeof(Activation).Assembly.GetExportedTypes(), type => XmlDocumentation.SummaryOf(type) == "");

    [Fact]
    public void Every_verdict_has_its_exact_meaning()
        => Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.NotEqual("", XmlDocumentation.SummaryOf(verdict)));

    [Fact]
    public void Every_rule_has_a_summary()
        => Assert.All(RuleCatalog.All, rule => Assert.NotEqual("", XmlDocumentation.SummaryOf(rule.GetType())));
}
