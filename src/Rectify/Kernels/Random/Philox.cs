using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// Philox4x32-10, a counter-based generator: the number at a position is a function of key and position alone, so that
/// neither threads nor the order of calls can change it.
/// </summary>
/// <remarks>Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3", section 3.3.</remarks>
public readonly struct Philox
{
    internal const uint MultiplierA = 0xD2511F53, MultiplierB = 0xCD9E8D57, WeylA = 0x9E3779B9, WeylB = 0xBB67AE85;
    internal const int Rounds = 10;

    private readonly uint _keyA, _keyB;
    private readonly ulong _stream;

    /// <param name="seed">The run's seed.</param>
    /// <param name="purpose">What the numbers are for: two purposes never share a number.</param>
    /// <param name="stream">Which of the purpose's streams: a layer, an epoch, a step.</param>
    public Philox(ulong seed, RandomPurpose purpose, ulong stream = 0)
    {
        _keyA = (uint)seed;
        _keyB = (uint)(seed >> 32) ^ ((uint)purpose * WeylA);
        _stream = stream;
    }

    /// <summary>Four independent 32-bit numbers at <paramref name="position"/>.</summary>
    public (uint A, uint B, uint C, uint D) Block(ulong position)
    {
        uint a = (uint)position, b = (uint)(position >> 32), c = (uint)_stream, d = (uint)(_stream >> 32);
        uint keyA = _keyA, keyB = _keyB;
        for (int round = 0; round < Rounds; round++)
        {
            ulong productA = (ulong)MultiplierA * a, productB = (ulong)MultiplierB * c;
            (a, b, c, d) = ((uint)(productB >> 32) ^ b ^ keyA, (uint)productB, (uint)(productA >> 32) ^ d ^ keyB, (uint)productA);
            keyA += WeylA;
            keyB += WeylB;
        }
        return (a, b, c, d);
    }

    /// <summary>The 32-bit number at <paramref name="position"/>.</summary>
    public uint Bits(ulong position)
    {
        (uint a, uint b, uint c, uint d) = Block(position >> 2);
        return (position & 3) switch { 0 => a, 1 => b, 2 => c, _ => d };
    }

    /// <summary>A number in [0, 1), a multiple of 2⁻²⁴.</summary>
    public float Uniform(ulong position) => ToUniform(Bits(position));

    /// <summary>A whole number in [0, <paramref name="bound"/>).</summary>
    /// <exception cref="ArgumentException">The bound is not above 0.</exception>
    public int Below(ulong position, int bound) => bound > 0
        ? (int)(((ulong)Bits(position) * (uint)bound) >> 32)
        : throw new ArgumentException($"There is no whole number from 0 to below {bound}: the bound is 1 or more.");

    /// <summary>Fills with the numbers in [0, 1) from position <paramref name="first"/> on.</summary>
    public void FillUniform(Span<float> target, ulong first = 0)
    {
        int i = 0;
        for (; i < target.Length && ((first + (ulong)i) & 3) != 0; i++) { target[i] = Uniform(first + (ulong)i); }
        if (WidePhilox.IsSupported) { i += FillWide(target[i..], (first + (ulong)i) >> 2); }
        for (; i + 4 <= target.Length; i += 4)
        {
            (uint a, uint b, uint c, uint d) = Block((first + (ulong)i) >> 2);
            (target[i], target[i + 1], target[i + 2], target[i + 3]) = (ToUniform(a), ToUniform(b), ToUniform(c), ToUniform(d));
        }
        for (; i < target.Length; i++) { target[i] = Uniform(first + (ulong)i); }
    }

    /// <summary>Fills with standard normal numbers.</summary>
    public void FillNormal(Span<float> target)
    {
        for (int i = 0; i < target.Length; i++) { target[i] = Normal((ulong)i); }
    }

    /// <summary>A standard normal number, from 53 bits by the inverse of the distribution function.</summary>
    public float Normal(ulong position)
    {
        (uint a, uint b, _, _) = Block(position);
        double uniform = (((ulong)a << 21) + (b >> 11) + 0.5) * (1.0 / (1UL << 53));
        return (float)NormalQuantile.At(uniform);
    }

    /// <summary>Puts what it is given into random order (Fisher and Yates).</summary>
    public void Shuffle(Span<int> order)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = Below((ulong)i, i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    [MethodImpl(Compiled.Alone)]
    private unsafe int FillWide(Span<float> target, ulong block)
    {
        int i = 0;
        fixed (float* start = target)
        {
            for (; i + WidePhilox.Count <= target.Length; i += WidePhilox.Count, block += WidePhilox.Count / 4)
            {
                WidePhilox.Uniform(block, _stream, _keyA, _keyB, start + i);
            }
        }
        return i;
    }

    private static float ToUniform(uint bits) => (bits >> 8) * (1f / (1 << 24));
}
