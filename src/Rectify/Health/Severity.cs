namespace Rectify.Health;

/// <summary>How bad a finding is. Hints leave the verdict "ok".</summary>
public enum Severity
{
    Hint,
    Warning,
    Error,
}
