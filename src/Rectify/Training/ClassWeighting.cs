namespace Rectify.Training;

/// <summary>What a row of each class counts for in the loss.</summary>
public enum ClassWeighting
{
    /// <summary>Every row the same.</summary>
    None,

    /// <summary>Every class the same: a row counts for rows/(classes · rows of its class), which is 1 on average.</summary>
    Balanced,
}
