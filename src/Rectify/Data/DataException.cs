namespace Rectify.Data;

/// <summary>A file, or what it holds, cannot be used. The message is a sentence that names the place and says what to do.</summary>
public sealed class DataException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The id of the finding that says the same in a report, such as constant-labels; null where there is none.</summary>
    public string? Finding { get; init; }
}
