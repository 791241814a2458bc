using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>
/// The fastest that memory is read and written: loops that compute next to nothing. They are the benchmarks' own, so that a
/// kernel of ours is not held against itself. Work is counted in numbers; threads take equal parts.
/// </summary>
internal static unsafe class Streams
{
    /// <summary>One read, one write.</summary>
    public static Contender Copy(Workers workers, Memory<float> from, Memory<float> to) => Of<Plain>(workers, from, from, to);

    /// <summary>One read, one write with stores that go past the caches.</summary>
    public static Contender CopyPastCaches(Workers workers, Memory<float> from, Memory<float> to)
        => Of<PastCaches>(workers, from, from, to);

    /// <summary>Two reads, one write.</summary>
    public static Contender Combine(Workers workers, Memory<float> x, Memory<float> y, Memory<float> result)
        => Of<Sum>(workers, x, y, result);

    /// <summary>Each number read and written where it is.</summary>
    public static Contender Rewrite(Workers workers, Memory<float> x) => Of<Plain>(workers, x, x, x);

    private static Contender Of<TStream>(Workers workers, Memory<float> x, Memory<float> y, Memory<float> result)
        where TStream : struct, IStream
        => Contender.Ours(result.Length, Elementwise.Width switch
        {
            16 => () => Run<TStream, Lane16>(workers, x, y, result),
            8 => () => Run<TStream, Lane8>(workers, x, y, result),
            4 => () => Run<TStream, Lane4>(workers, x, y, result),
            _ => () => Run<TStream, Lane1>(workers, x, y, result),
        });

    private static void Run<TStream, T>(Workers workers, Memory<float> x, Memory<float> y, Memory<float> result)
        where TStream : struct, IStream
        where T : struct, ISimdLane<T>, ILane<T>
    {
        fixed (float* px = x.Span, py = y.Span, pr = result.Span)
        {
            workers.Run(new Job<TStream, T>(px, py, pr, result.Length / workers.Threads), workers.Threads);
        }
    }

    private readonly struct Job<TStream, T>(float* x, float* y, float* result, int partLength) : IParallelJob
        where TStream : struct, IStream
        where T : struct, ISimdLane<T>, ILane<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Invoke(int part)
        {
            // In locals, or every turn of the loop would read them from the job again.
            float* from = x + (nint)part * partLength, other = y + (nint)part * partLength, to = result + (nint)part * partLength;
            for (nint i = 0; i < partLength; i += T.Count) { TStream.Move<T>(from + i, other + i, to + i); }
        }
    }

    private readonly struct Plain : IStream
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Move<T>(float* x, float* y, float* result) where T : struct, ISimdLane<T>, ILane<T>
            => T.Store(T.Load(x), result);
    }

    private readonly struct PastCaches : IStream
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Move<T>(float* x, float* y, float* result) where T : struct, ISimdLane<T>, ILane<T>
        {
            switch (T.Count)
            {
                case 16: Vector512.Load(x).StoreAlignedNonTemporal(result); break;
                case 8: Vector256.Load(x).StoreAlignedNonTemporal(result); break;
                case 4: Vector128.Load(x).StoreAlignedNonTemporal(result); break;
                default: *result = *x; break;
            }
        }
    }

    private readonly struct Sum : IStream
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Move<T>(float* x, float* y, float* result) where T : struct, ISimdLane<T>, ILane<T>
            => T.Store(T.Load(x) + T.Load(y), result);
    }
}
