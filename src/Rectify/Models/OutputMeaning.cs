namespace Rectify.Models;

/// <summary>What the numbers that a network puts out stand for.</summary>
public enum OutputMeaning
{
    /// <summary>The prediction itself, in the unit that training used.</summary>
    Values,

    /// <summary>One score per class; their softmax is the share of each.</summary>
    ClassScores,

    /// <summary>Scores that say yes or no each, through a sigmoid: one for the second of two classes, or one for each class.</summary>
    IndependentScores,

    /// <summary>
    /// One value per class, learned to be 1 for the right class and 0 for the others; or one value, 1 for the second of two classes.
    /// </summary>
    ClassValues,
}
