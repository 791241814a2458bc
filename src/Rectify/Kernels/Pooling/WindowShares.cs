using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>The way back through windows over one image: window by window, so that each is read once.</summary>
internal static unsafe class WindowShares
{
    /// <summary>
    /// Overwrites the gradient of every place with the sum of its shares of the windows over it, in the order of the windows; they
    /// may overlap or leave places out.
    /// </summary>
    public static void Add<TShare>(WindowGrid grid, TShare share, Span<float> inputGradient) where TShare : struct, IWindowShare
    {
        Lengths.Check(inputGradient, grid.InputLength);
        if (grid.Overlaps || !grid.CoversImage) { inputGradient.Clear(); }
        fixed (float* dx = inputGradient)
        {
            for (int row = 0; row < grid.Down.Count; row++)
            {
                ColumnSweep.Run(new RowOfWindows<TShare>(grid, share, row, dx), grid.Channels);
            }
        }
    }

    private readonly struct RowOfWindows<TShare>(WindowGrid grid, TShare share, int row, float* dx) : IColumnSweep
        where TShare : struct, IWindowShare
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            bool overlaps = grid.Overlaps;
            for (int column = 0; column < grid.Across.Count; column++)
            {
                Patch places = grid.PlacesOf(row, column);
                float* to = dx + grid.InputAt(places.Top, places.Left);
                int window = grid.OutputAt(row, column);
                for (int channel = first; channel < end; channel += T.Count)
                {
                    Add<T>(places, window + channel, overlaps, to + channel);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Add<T>(Patch places, int window, bool overlaps, float* to) where T : struct, ISimdLane<T>, ILane<T>
        {
            T number = places.Number, whole = share.Whole<T>(window, places.Area);
            for (int i = 0; i < places.Rows; i++, to += places.NextRow, number += places.NextNumber)
            {
                for (int j = 0; j < places.Columns; j++, to += places.NextColumn, number += 1)
                {
                    T others = overlaps ? T.Load(to) : 0;
                    T.Store(others + share.Of(whole, window, number), to);
                }
            }
        }
    }
}
