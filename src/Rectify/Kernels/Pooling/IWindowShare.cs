namespace Rectify.Kernels;

/// <summary>What each place under a window gets of the window's gradient.</summary>
internal interface IWindowShare
{
    /// <summary>What there is to share for the channels at <paramref name="window"/> among <paramref name="area"/> places.</summary>
    T Whole<T>(int window, int area) where T : struct, ISimdLane<T>, ILane<T>;

    /// <summary>The share of the place at tap <paramref name="number"/>.</summary>
    T Of<T>(T whole, int window, T number) where T : struct, ISimdLane<T>, ILane<T>;
}
