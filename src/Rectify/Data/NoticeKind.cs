namespace Rectify.Data;

/// <summary>How much attention a notice wants.</summary>
public enum NoticeKind
{
    /// <summary>Found out without asking; probably right.</summary>
    Choice,

    /// <summary>A column, or files, that the network will not see.</summary>
    Dropped,

    /// <summary>May well spoil the result.</summary>
    Warning,
}
