namespace Rectify.Data;

/// <summary>Whether a file's first line names its columns.</summary>
public enum HeaderMode
{
    /// <summary>Found by comparing the first line with those below it.</summary>
    Auto,
    Yes,
    No,
}
