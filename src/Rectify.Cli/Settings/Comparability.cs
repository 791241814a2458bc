namespace Rectify.Cli.Settings;

/// <summary>What compare makes of a setting.</summary>
internal enum Comparability
{
    /// <summary>Given several times, its values are what is compared.</summary>
    Varied,

    /// <summary>It is the same for all runs.</summary>
    Same,

    /// <summary>It means nothing to a comparison.</summary>
    Absent,
}
