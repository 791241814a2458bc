using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// A strip of two lanes: a number that is multiplied is used twice, and with six rows, or twelve, the sums fill three quarters of the
/// registers.
/// </summary>
internal unsafe struct Strip2<TLane> : IStrip<Strip2<TLane>> where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    private TLane _a, _b;

    public static int Lanes => 2;

    public static int Registers => TLane.Registers;

    public static int Width => 2 * TLane.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Strip2<TLane> Load(float* source) => new() { _a = TLane.Load(source), _b = TLane.Load(source + TLane.Count) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Strip2<TLane> strip, float* target)
    {
        TLane.Store(strip._a, target);
        TLane.Store(strip._b, target + TLane.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(float a, Strip2<TLane> b)
    {
        TLane factor = a;
        TLane.AddProduct(ref _a, factor, b._a);
        TLane.AddProduct(ref _b, factor, b._b);
    }
}
