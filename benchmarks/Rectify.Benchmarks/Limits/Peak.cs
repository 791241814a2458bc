using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>The most multiply-adds the processor can do: twelve chains in registers, with no memory behind them.</summary>
internal static class Peak
{
    private const int Chains = 12, Steps = 20_000;

    /// <summary>A contender that counts floating-point operations, two for a multiply-add.</summary>
    public static Contender Of(Workers workers) => Elementwise.Width switch
    {
        16 => Of<Lane16>(workers),
        8 => Of<Lane8>(workers),
        4 => Of<Lane4>(workers),
        _ => Of<Lane1>(workers),
    };

    private static Contender Of<TLane>(Workers workers) where TLane : struct, ISimdLane<TLane>, ILane<TLane>
        => Contender.Ours(
            2.0 * workers.Threads * Chains * Steps * TLane.Count,
            () => workers.Run(new Job<TLane>(), workers.Threads));

    private readonly struct Job<TLane> : IParallelJob where TLane : struct, ISimdLane<TLane>, ILane<TLane>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Invoke(int part)
        {
            TLane x = 0.5f, y = part, a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
            for (int step = 0; step < Steps; step++)
            {
                (a, b, c) = (TLane.Fma(a, x, y), TLane.Fma(b, x, y), TLane.Fma(c, x, y));
                (d, e, f) = (TLane.Fma(d, x, y), TLane.Fma(e, x, y), TLane.Fma(f, x, y));
                (g, h, i) = (TLane.Fma(g, x, y), TLane.Fma(h, x, y), TLane.Fma(i, x, y));
                (j, k, l) = (TLane.Fma(j, x, y), TLane.Fma(k, x, y), TLane.Fma(l, x, y));
            }

            // The sum is used, or the compiler would drop what it comes from.
            GC.KeepAlive(TLane.AnyLess(a + b + c + d + e + f + g + h + i + j + k + l, x) ? "" : null);
        }
    }
}
