namespace Rectify.Health;

/// <summary>What is said of one unit after the probe. Each gets exactly one.</summary>
public enum Verdict
{
    /// <summary>Active on at least 1 % of the probe's rows.</summary>
    Alive,

    /// <summary>Active on some rows, but under 1 %.</summary>
    RarelyActive,

    /// <summary>
    /// Active on none of the n rows. At 95 % its true rate is under 1 − 0.05^(1/n), for this one unit and rows drawn like the
    /// probe's: 299 rows certify at most 1 %, 2,995 at most 0.1 %.
    /// </summary>
    Silent,

    /// <summary>Smooth activations, instead of the two above: |f′| under 0.01 on at least 99 % of the rows.</summary>
    Saturated,

    /// <summary>Piecewise linear activations with a bend: every row lies on one piece of non-zero slope, so the unit is linear.</summary>
    AlwaysOn,
}
