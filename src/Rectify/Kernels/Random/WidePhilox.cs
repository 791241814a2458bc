using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Rectify.Kernels;

/// <summary>
/// The rounds of <see cref="Philox"/> for eight neighbouring positions at once, a 64-bit place for each: the products need the room.
/// Two registers of them, so that one is multiplied while the other waits.
/// </summary>
internal static unsafe class WidePhilox
{
    /// <summary>How many numbers come of one call.</summary>
    public const int Count = 32;

    /// <summary>Whether the processor multiplies so.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>The 32 numbers in [0, 1) from position 4·<paramref name="block"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Uniform(ulong block, ulong stream, uint keyA, uint keyB, float* target)
    {
        // Upper halves may hold anything: multiplications read lower halves alone, and shifts bring clean ones down.
        Vector256<ulong> a = Vector256.Create(block) + Vector256.Create(0UL, 1, 2, 3), b = a >>> 32;
        Vector256<ulong> c = Vector256.Create(stream), d = c >>> 32;
        Vector256<ulong> a2 = a + Vector256.Create(4UL), b2 = a2 >>> 32, c2 = c, d2 = d;
        Vector256<ulong> keysA = Vector256.Create((ulong)keyA), keysB = Vector256.Create((ulong)keyB);
        for (int round = 0; round < Philox.Rounds; round++)
        {
            Round(ref a, ref b, ref c, ref d, keysA, keysB);
            Round(ref a2, ref b2, ref c2, ref d2, keysA, keysB);
            keysA += Vector256.Create((ulong)Philox.WeylA);
            keysB += Vector256.Create((ulong)Philox.WeylB);
        }
        Store(a, b, c, d, target);
        Store(a2, b2, c2, d2, target + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector256<ulong> a, ref Vector256<ulong> b, ref Vector256<ulong> c, ref Vector256<ulong> d,
        Vector256<ulong> keysA, Vector256<ulong> keysB)
    {
        Vector256<ulong> productA = Avx2.Multiply(Vector256.Create(Philox.MultiplierA), a.AsUInt32());
        Vector256<ulong> productB = Avx2.Multiply(Vector256.Create(Philox.MultiplierB), c.AsUInt32());
        (a, c) = ((productB >>> 32) ^ b ^ keysA, (productA >>> 32) ^ d ^ keysB);
        (b, d) = (productB, productA);
    }

    // The four numbers of each position, one position after the other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<ulong> a, Vector256<ulong> b, Vector256<ulong> c, Vector256<ulong> d, float* target)
    {
        Vector256<ulong> lower = Vector256.Create((ulong)uint.MaxValue);
        Vector256<ulong> ab = (a & lower) | (b << 32), cd = (c & lower) | (d << 32);
        Vector256<ulong> even = Avx2.UnpackLow(ab, cd), odd = Avx2.UnpackHigh(ab, cd);
        ToUniform(Avx2.Permute2x128(even, odd, 0x20)).Store(target);
        ToUniform(Avx2.Permute2x128(even, odd, 0x31)).Store(target + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ToUniform(Vector256<ulong> bits)
        => Vector256.ConvertToSingle((bits.AsUInt32() >>> 8).AsInt32()) * (1f / (1 << 24));
}
