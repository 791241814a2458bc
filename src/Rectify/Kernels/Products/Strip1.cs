using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>A strip of one lane, for narrow products: the output layer of a classifier.</summary>
internal unsafe struct Strip1<TLane> : IStrip<Strip1<TLane>> where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    private TLane _a;

    public static int Lanes => 1;

    public static int Registers => TLane.Registers;

    public static int Width => TLane.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Strip1<TLane> Load(float* source) => new() { _a = TLane.Load(source) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Strip1<TLane> strip, float* target) => TLane.Store(strip._a, target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(float a, Strip1<TLane> b) => TLane.AddProduct(ref _a, a, b._a);
}
