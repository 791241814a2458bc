namespace Rectify.Reports.Charts;

/// <summary>What a colour stands for, the same throughout a report.</summary>
internal enum Role
{
    Paper,
    Ink,
    Muted,
    Axis,
    Grid,

    /// <summary>The first of things told apart: training, what was measured, the first layer.</summary>
    Blue,

    /// <summary>The second: validation, the last layer, an error.</summary>
    Vermilion,

    /// <summary>The third: good.</summary>
    Green,

    /// <summary>The fourth: theory.</summary>
    Purple,
}
