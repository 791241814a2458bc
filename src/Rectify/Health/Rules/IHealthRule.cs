namespace Rectify.Health;

/// <summary>Looks at the evidence and says what it finds wrong. It holds no state.</summary>
public interface IHealthRule
{
    /// <summary>Stable, so that a finding can be looked up and silenced.</summary>
    string Id { get; }

    /// <summary>What it fires on, with its threshold and where that is from.</summary>
    string Summary { get; }

    IEnumerable<Finding> Examine(HealthEvidence evidence);
}
