using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>A strip of four lanes: one or two rows alone have too few sums in flight to hide the latency of a multiply-add.</summary>
internal unsafe struct Strip4<TLane> : IStrip<Strip4<TLane>> where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    private TLane _a, _b, _c, _d;

    public static int Lanes => 4;

    public static int Registers => TLane.Registers;

    public static int Width => 4 * TLane.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Strip4<TLane> Load(float* source) => new()
    {
        _a = TLane.Load(source),
        _b = TLane.Load(source + TLane.Count),
        _c = TLane.Load(source + 2 * TLane.Count),
        _d = TLane.Load(source + 3 * TLane.Count),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Strip4<TLane> strip, float* target)
    {
        TLane.Store(strip._a, target);
        TLane.Store(strip._b, target + TLane.Count);
        TLane.Store(strip._c, target + 2 * TLane.Count);
        TLane.Store(strip._d, target + 3 * TLane.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(float a, Strip4<TLane> b)
    {
        TLane factor = a;
        TLane.AddProduct(ref _a, factor, b._a);
        TLane.AddProduct(ref _b, factor, b._b);
        TLane.AddProduct(ref _c, factor, b._c);
        TLane.AddProduct(ref _d, factor, b._d);
    }
}
