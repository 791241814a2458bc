namespace Rectify.Kernels;

/// <summary>
/// Places of an image that the same taps of a kernel reach: every stride-th. Their gradient is a convolution in itself, of stride
/// 1, over the gradients of the windows, with these taps in reverse; so no zeros are put between those.
/// </summary>
/// <param name="Axis">The gradients of the windows as image, the places as windows.</param>
/// <param name="First">The first place.</param>
/// <param name="Step">From one place to the next.</param>
/// <param name="LastTap">The kernel's tap that comes first here.</param>
/// <param name="TapStep">How far before it the next tap is.</param>
internal readonly record struct Phase(Axis Axis, int First, int Step, int LastTap, int TapStep)
{
    /// <summary>The kernel's own tap that is tap <paramref name="index"/> here.</summary>
    public int Tap(int index) => LastTap - index * TapStep;

    /// <summary>The axis itself, all of whose windows are reached by all taps, in order.</summary>
    public static Phase Forward(Axis axis) => new(axis, First: 0, Step: 1, LastTap: 0, TapStep: -1);

    /// <summary>The places <paramref name="first"/>, first + stride … of an axis.</summary>
    public static Phase Backward(Axis axis, int first)
    {
        // Tap t of window w reads place p where w·stride = p + before − t·dilation: whole only for every so manieth tap.
        int tap = 0, tapStep = 1;
        while (tap < axis.Size && (first + axis.Before - tap * axis.Dilation) % axis.Stride != 0) { tap++; }
        while (tapStep * axis.Dilation % axis.Stride != 0) { tapStep++; }
        int taps = (axis.Size - tap + tapStep - 1) / tapStep, places = (axis.Length - first + axis.Stride - 1) / axis.Stride;
        int window = (first + axis.Before - tap * axis.Dilation) / axis.Stride, dilation = tapStep * axis.Dilation / axis.Stride;
        Axis gradients = new(axis.Count, places, taps, Dilation: dilation, Before: (taps - 1) * dilation - window);
        return new(gradients, first, axis.Stride, tap + (taps - 1) * tapStep, tapStep);
    }
}
