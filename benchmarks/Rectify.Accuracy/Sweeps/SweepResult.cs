namespace Rectify.Accuracy;

/// <summary>The worst of a sweep.</summary>
/// <param name="Worst">In units in the last place.</param>
/// <param name="NearZero">Near a zero of the true value: as a difference.</param>
internal readonly record struct SweepResult(Worst Worst, Worst NearZero)
{
    public SweepResult Or(Worst other) => this with { Worst = Worst.Or(other) };

    public SweepResult OrNearZero(Worst other) => this with { NearZero = NearZero.Or(other) };

    public SweepResult Or(SweepResult other) => new(Worst.Or(other.Worst), NearZero.Or(other.NearZero));
}
