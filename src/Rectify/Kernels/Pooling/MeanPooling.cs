using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>The mean of each channel in every window of one image, over the places that are in the image.</summary>
internal static unsafe class MeanPooling
{
    /// <summary>Overwrites the outputs.</summary>
    public static void Forward(WindowGrid grid, ReadOnlySpan<float> input, Span<float> output)
        => WindowFolds.Fold<Mean>(grid, input, output);

    /// <summary>Overwrites the gradient of every place with its shares of those of the windows over it.</summary>
    public static void Backward(WindowGrid grid, ReadOnlySpan<float> outputGradient, Span<float> inputGradient)
    {
        Lengths.Check(outputGradient, grid.OutputLength);
        fixed (float* dy = outputGradient) { WindowShares.Add(grid, new EvenShare(dy), inputGradient); }
    }

    private readonly struct Mean : IWindowFold
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(Patch places, float* from) where T : struct, ISimdLane<T>, ILane<T>
        {
            T sum = 0;
            for (int i = 0; i < places.Rows; i++, from += places.NextRow)
            {
                for (int j = 0; j < places.Columns; j++, from += places.NextColumn) { sum += T.Load(from); }
            }
            return sum / places.Area;
        }
    }

    private readonly struct EvenShare(float* dy) : IWindowShare
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Whole<T>(int window, int area) where T : struct, ISimdLane<T>, ILane<T> => T.Load(dy + window) / area;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T whole, int window, T number) where T : struct, ISimdLane<T>, ILane<T> => whole;
    }
}
