namespace Rectify.Kernels;

/// <summary>How a row of windows with a kernel for each channel lies in memory: all distances in numbers.</summary>
internal readonly struct DepthwiseSteps
{
    /// <summary>Rows of the kernel that meet the image.</summary>
    public required nint TapRows { get; init; }

    /// <summary>Taps of such a row.</summary>
    public required nint Taps { get; init; }

    /// <summary>From what a window reads first to what the next window does.</summary>
    public required nint Window { get; init; }

    /// <summary>From a window's output to the next one's.</summary>
    public required nint Output { get; init; }

    /// <summary>From what a tap reads to what the next tap of its row does.</summary>
    public required nint Tap { get; init; }

    /// <summary>From what the first tap of a row reads to what that of the next row does.</summary>
    public required nint TapRow { get; init; }

    /// <summary>Whether rows have three taps and neighbouring windows read the same numbers, a tap apart: most kernels are so.</summary>
    public bool SharesThree => Taps == 3 && Tap == Window;

    /// <summary>From a tap's weights to those of the next tap of its row.</summary>
    public required nint Weight { get; init; }

    /// <summary>From the weights of a row's first tap to those of the next row's.</summary>
    public required nint WeightRow { get; init; }
}
