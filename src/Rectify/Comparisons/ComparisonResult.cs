namespace Rectify.Comparisons;

/// <summary>What a comparison found.</summary>
/// <param name="Measure">What runs are scored by.</param>
/// <param name="Part">The rows they are scored on: test, or where none were held back validation or train.</param>
/// <param name="Rows">How many, of one split.</param>
/// <param name="Seeds">One a run.</param>
/// <param name="LearningRates">What validation chose from; empty where each variant had its own.</param>
/// <param name="Variants">In the order in which they were given.</param>
public sealed record ComparisonResult(
    Measure Measure, string Part, int Rows, IReadOnlyList<ulong> Seeds, IReadOnlyList<float> LearningRates,
    IReadOnlyList<VariantResult> Variants)
{
    /// <summary>What the intervals take for granted.</summary>
    public const string Assumption =
        "The intervals take a variant's scores for independent and normal (Student's t, 95 %; differences after Holm's correction). Each "
        + "seed splits the same rows anew, so that splits overlap: another set of rows may differ by more than the intervals say.";

    /// <summary>What the intervals name, and nothing that they do not.</summary>
    public string Headline => ComparisonVerdict.HeadlineOf(this);

    /// <summary>Of each difference that is not clear its interval, and how many seeds would tell.</summary>
    public IReadOnlyList<string> Details => ComparisonVerdict.DetailsOf(this);

    /// <summary>Both.</summary>
    public string Verdict => string.Join(' ', Details.Prepend(Headline));

    /// <summary>Where a variant clearly loses and its runs were not healthy, what the doctor says of them.</summary>
    public IReadOnlyList<string> Reasons => ComparisonVerdict.ReasonsOf(this);
}
