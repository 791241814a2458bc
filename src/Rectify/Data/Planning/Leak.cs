namespace Rectify.Data;

/// <summary>How much of the target a column gives away.</summary>
internal enum Leak
{
    None,

    /// <summary>Its values alone decide the target; it may still be an honest measure.</summary>
    Decides,

    /// <summary>It is the target under another name.</summary>
    Copy,
}
