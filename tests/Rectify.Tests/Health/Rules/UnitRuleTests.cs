using Rectify.Health;

namespace Rectify.Tests.Health;

/// <summary>Rules about units: dead-units, saturation.</summary>
public sealed class UnitRuleTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(1, Severity.Hint)]
    [InlineData(49, Severity.Hint)]
    [InlineData(50, Severity.Warning)]
    [InlineData(89, Severity.Warning)]
    [InlineData(90, Severity.Error)]
    [InlineData(100, Severity.Error)]
    public void The_share_of_silent_units_decides_how_bad_it_is(int silent, Severity? severity)
    {
        HealthEvidence evidence = Evidence.None with { Layers = [Evidence.Layer(units: 100, silent)] };
        HealthEvidence start = Evidence.None with { LayersAtStart = evidence.Layers };

        Assert.Equal(severity is { } one ? [one] : [], new DeadUnits().Examine(evidence).Select(f => f.Severity));
        Assert.Equal(severity is { } same ? [same] : [], new BornDead().Examine(start).Select(f => f.Severity));
    }

    [Theory]
    [InlineData("0,0,3,5", " 2 of them were silent from the start. 2 fell silent in epochs 3 to 5.", 0, true)]
    [InlineData("0,0,0,0", " 4 of them were silent from the start.", 0, false)]
    [InlineData("4,4,4,4", " 4 fell silent in epoch 4.", 4, true)]
    [InlineData("", "", null, false)]
    public void It_is_told_since_when_units_are_silent(string since, string trend, int? first, bool blamesTheRate)
    {
        long?[] steps = [.. since.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(epoch => (long?)10 * int.Parse(epoch))];
        HealthEvidence evidence = new()
        {
            Layers = [Evidence.Layer(units: 5, silent: 4)],
            StepsPerEpoch = 10,
            SilentSince = new Dictionary<string, long?[]> { ["relu1"] = [.. steps, .. new long?[5 - steps.Length]] },
            LearningRate = 0.005f,
        };
        Finding finding = Assert.Single(new DeadUnits().Examine(evidence));

        Assert.Equal(
            $"4 of 5 units passed no gradient on any of 1,000 rows; each is active on under 0.3 % of such rows (at 95 %).{trend}",
            finding.Message);
        string start = blamesTheRate
            ? "Lower the learning rate (--lr 0.0005), or limit steps (--clip 1); " : "Start with --init he and --scale standard; ";
        Assert.Equal(start + "or keep a gradient on the negative side with --activation leaky-relu.", finding.Advice);
        Assert.Equal(blamesTheRate ? "--lr 0.0005" : "--activation leaky-relu", finding.Options);
        Assert.Equal(("relu1", first, null, 4, 5), (finding.Layer, finding.Epoch, finding.Step, finding.UnitCount, finding.UnitsTotal));
    }

    [Fact]
    public void A_step_belongs_to_the_epoch_in_which_it_is_done()
    {
        HealthEvidence evidence = Evidence.None with { StepsPerEpoch = 10 };
        Assert.Equal([0, 1, 1, 2], new long[] { 0, 1, 10, 11 }.Select(evidence.EpochOf));
    }

    [Theory]
    [InlineData(49, null)]
    [InlineData(50, Severity.Warning)]
    [InlineData(89, Severity.Warning)]
    [InlineData(90, Severity.Error)]
    public void Half_of_a_layer_has_to_be_saturated(int saturated, Severity? severity)
    {
        HealthEvidence evidence = Evidence.None with { Layers = [Evidence.Layer(units: 100, saturated: saturated, name: "tanh1")] };
        Finding[] findings = [.. new Saturation().Examine(evidence)];

        Assert.Equal(severity is { } one ? [one] : [], findings.Select(f => f.Severity));
        Assert.All(findings, f =>
        {
            Assert.Equal($"{saturated} of 100 units lie on a flat end of tanh on 99 % or more of 1,000 rows.", f.Message);
            Assert.Equal(("tanh1", null, null, saturated, 100), (f.Layer, f.Epoch, f.Step, f.UnitCount, f.UnitsTotal));
        });
    }

    [Fact]
    public void Each_layer_has_a_finding_of_its_own()
    {
        HealthEvidence evidence = Evidence.None with
        {
            Layers = [Evidence.Layer(4, silent: 4), Evidence.Layer(4, name: "relu2"), Evidence.Layer(4, saturated: 4, name: "tanh1")],
        };
        Assert.Equal(["relu1"], new DeadUnits().Examine(evidence).Select(f => f.Layer));
        Assert.Equal(["tanh1"], new Saturation().Examine(evidence).Select(f => f.Layer));
    }
}
