namespace Rectify.Health;

/// <summary>Looks at the evidence and says what it finds wrong. It holds no state.</summary>
public interface IHealthRule
{
    /// <summary>Stable, so that a finding can be looked up and silenced.</summary>
    string Id { get; }

    /// <summary>What it fires on, with its threshold.</summary>
    string Summary { get; }

    /// <summary>Where the threshold is from: by definition, derived, or chosen by hand, and why so.</summary>
    string Source { get; }

    IEnumerable<Finding> Examine(HealthEvidence evidence);
}
