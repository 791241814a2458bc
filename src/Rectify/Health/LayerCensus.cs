namespace Rectify.Health;

/// <summary>What was counted of the units of one layer on a probe.</summary>
/// <param name="Layer">The layer's name in its network.</param>
/// <param name="Activation">What its units compute.</param>
/// <param name="Rows">Rows of the probe.</param>
/// <param name="Verdicts">One a unit.</param>
/// <param name="ActiveRows">For each unit the rows on which it was active.</param>
/// <param name="DeadRows">Rows that activate no unit of the layer.</param>
/// <param name="Zeros">The share of outputs that are exactly zero: what makes a representation sparse. Never by itself a fault.</param>
public sealed record LayerCensus(
    string Layer, string Activation, int Rows, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<int> ActiveRows, int DeadRows, double Zeros)
{
    public int Units => Verdicts.Count;

    public int Count(Verdict verdict) => Verdicts.Count(v => v == verdict);

    /// <summary>The largest true rate of activity that a silent unit may have, at 95 %: 1 − 0.05^(1/rows), just under 3/rows.</summary>
    public double SilentBound => Rows == 0 ? 1 : 1 - Math.Pow(0.05, 1.0 / Rows);
}
