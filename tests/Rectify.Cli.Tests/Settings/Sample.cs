namespace Rectify.Cli.Tests.Settings;

/// <summary>What a setting takes, and what it refuses.</summary>
/// <param name="Legal">A text it takes; null for a switch.</param>
/// <param name="Illegal">A text it refuses; null where it takes any text, but not none.</param>
internal sealed record Sample(string? Legal, string? Illegal)
{
    /// <summary>Other options without which the setting would mean nothing.</summary>
    public string[] With { get; init; } = [];

    /// <summary>Whether it is tried on images rather than a table.</summary>
    public bool OnImages { get; init; }

    /// <summary>Whether another model comes out.</summary>
    public bool ChangesModel { get; init; } = true;
}
