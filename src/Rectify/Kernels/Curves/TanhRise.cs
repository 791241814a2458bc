using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>tanh(a), a ≥ 0; in the first piece less a, beside which the rest is small.</summary>
internal readonly struct TanhRise : ICurve
{
    private const float PiecesPerUnit = 1.6875f;

    /// <summary>The end of the first piece.</summary>
    public const float FirstEnd = 0.5f / PiecesPerUnit;

    public static float Start => 0;

    // 1 to half a unit in the last place.
    public static float End => 9.18f;

    public static int Degree => 7;
    public static int Table => Coefficients.TanhRise;

    public static T Formula<T>(T a) where T : struct, ILane<T> => T.Tanh(a) - T.IfPositive(a - FirstEnd, 0, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Place<T>(T a, float origin) where T : struct, ILane<T> => T.Fma(a, PiecesPerUnit, origin);

    public static Pair<T> Beyond<T>(T a) where T : struct, ILane<T> => new(Decay<T>.Excess, 0);
}
