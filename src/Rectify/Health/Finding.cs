namespace Rectify.Health;

/// <summary>Something that is wrong, with the count that shows it and advice that can be followed today.</summary>
/// <param name="Rule">The rule's id, stable so that it can be looked up and silenced.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Layer">The layer's name, or null for the whole network or the data.</param>
/// <param name="Epoch">When it was first seen; 0 is before training, null without training.</param>
/// <param name="Step">The step in which it was first seen, or null.</param>
/// <param name="UnitCount">How many units, classes or columns are concerned.</param>
/// <param name="UnitsTotal">Of how many.</param>
/// <param name="Message">What was seen.</param>
/// <param name="Advice">What to do.</param>
public sealed record Finding(
    string Rule, Severity Severity, string? Layer, int? Epoch, long? Step, int UnitCount, int UnitsTotal, string Message, string Advice)
{
    /// <summary>The first thing to try, as options of train; null where options cannot mend it.</summary>
    public string? Options { get; init; }
}
