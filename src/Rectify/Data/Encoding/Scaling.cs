namespace Rectify.Data;

/// <summary>How numbers are brought to one size. What it needs is learned on the training part only.</summary>
public enum Scaling
{
    /// <summary>Mean 0 and standard deviation 1.</summary>
    Standard,

    /// <summary>Smallest 0 and largest 1.</summary>
    MinMax,

    /// <summary>As they are.</summary>
    None,
}
