namespace Rectify.Benchmarks;

/// <summary>One of several ways to do the same, or the limit that they are held against.</summary>
/// <param name="Name">Its column: "ours", or the peer's name.</param>
/// <param name="Work">What a rate counts, in one run: operations, bytes, numbers or samples; the same for all that stand in a row.</param>
/// <param name="Run">Does the work once.</param>
internal sealed record Contender(string Name, double Work, Action Run)
{
    /// <summary>Native memory that is freed when the row is over; null where there is none.</summary>
    public IDisposable? Owned { get; init; }

    /// <summary>The same run, counted in another unit.</summary>
    public Contender Counting(double work) => this with { Work = work };

    public static Contender Ours(double work, Action run) => new("ours", work, run);
}
