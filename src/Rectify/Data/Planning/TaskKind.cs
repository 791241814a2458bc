namespace Rectify.Data;

/// <summary>What is learned of the target.</summary>
public enum TaskKind
{
    /// <summary>Which one of several classes a row belongs to.</summary>
    Classification,

    /// <summary>A number.</summary>
    Regression,
}
