namespace Rectify.Data;

/// <summary>What is learned.</summary>
public enum TaskKind
{
    /// <summary>Which one of several classes a row belongs to.</summary>
    Classification,

    /// <summary>A number.</summary>
    Regression,

    /// <summary>The row itself, through a narrow layer: what an autoencoder does.</summary>
    Reconstruction,
}
