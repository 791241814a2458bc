using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Applies an optimizer's rule to a whole row of weights, in one pass over memory.</summary>
internal static unsafe class Updates
{
    // Parts of 16 Ki weights: enough work to be worth taking, and a whole number of cache lines.
    private const int PartLength = 16 * 1024;

    /// <summary>Moves every weight, and what is remembered of it. All spans are equally long.</summary>
    /// <returns>Whether every weight, and the second of what is remembered of each, is finite after that.</returns>
    public static bool Apply<TUpdate>(
        TUpdate update, Workers workers, Span<float> weights, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second)
        where TUpdate : struct, IUpdate
    {
        int length = weights.Length;
        if (gradients.Length != length || first.Length != length || second.Length != length)
        {
            throw new ArgumentException($"An update of {length} weights takes as many gradients and moments, "
                + $"but is given {gradients.Length}, {first.Length} and {second.Length}.");
        }
        int failures = 0;
        fixed (float* w = weights, g = gradients, m = first, v = second)
        {
            workers.For(length).Run(new Job<TUpdate>(update, w, g, m, v, length, &failures), (length + PartLength - 1) / PartLength);
        }
        return failures == 0;
    }

    private readonly struct Job<TUpdate>(
        TUpdate update, float* weights, float* gradients, float* first, float* second, int length, int* failures) : IParallelJob
        where TUpdate : struct, IUpdate
    {
        public void Invoke(int part)
        {
            int from = part * PartLength, to = Math.Min(from + PartLength, length);
            bool isFinite = Elementwise.Width switch
            {
                16 => Loop<Lane16>(from, to),
                8 => Loop<Lane8>(from, to),
                4 => Loop<Lane4>(from, to),
                _ => Loop<Lane1>(from, to),
            };
            if (!isFinite) { Interlocked.Increment(ref *failures); }
        }

        [MethodImpl(Compiled.Alone)]
        private bool Loop<T>(int from, int to) where T : struct, ISimdLane<T>, ILane<T>
        {
            // Copies, because for all the compiler knows a weight that is stored may be a field of this.
            TUpdate rule = update;
            float* w = weights + from, g = gradients + from, m = first + from, v = second + from;
            nint left = to - from, i = 0;
            T nothing = 0;
            Lane1 nothingLeft = 0;
            for (; i <= left - T.Count; i += T.Count) { Move(rule, w + i, g + i, m + i, v + i, ref nothing); }
            for (; i < left; i++) { Move(rule, w + i, g + i, m + i, v + i, ref nothingLeft); }
            return IsZero(nothing) && IsZero(nothingLeft);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Move<T>(TUpdate rule, float* weights, float* gradients, float* first, float* second, ref T nothing)
            where T : struct, ISimdLane<T>, ILane<T>
        {
            T weight = T.Load(weights), m = T.Load(first), v = T.Load(second);
            rule.Invoke(ref weight, T.Load(gradients), ref m, ref v);
            T.Store(weight, weights);
            T.Store(m, first);
            T.Store(v, second);

            // 0 times anything is 0, but for NaN and infinity. A first moment that is neither shows in the weight.
            nothing = T.Fma(weight, 0, T.Fma(v, 0, nothing));
        }

        private static bool IsZero<T>(T nothing) where T : struct, ISimdLane<T>, ILane<T>
        {
            float* values = stackalloc float[T.Count];
            T.Store(nothing, values);
            for (int i = 0; i < T.Count; i++)
            {
                if (values[i] != 0) { return false; }
            }
            return true;
        }
    }
}
