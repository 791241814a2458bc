namespace Rectify.Kernels;

/// <summary>The windows of a batch of images, and where what is computed of each goes.</summary>
internal readonly unsafe struct Windows
{
    public required Axis Down { get; init; }
    public required Axis Across { get; init; }

    /// <summary>How many images there are.</summary>
    public required int Images { get; init; }

    /// <summary>Channels of an image.</summary>
    public required int Channels { get; init; }

    /// <summary>The first image; the others follow.</summary>
    public required float* Input { get; init; }

    /// <summary>Where the first window's output goes.</summary>
    public required float* Output { get; init; }

    /// <summary>From one image's output to the next.</summary>
    public required nint OutputImage { get; init; }

    /// <summary>From one row of outputs to the next.</summary>
    public required nint OutputRow { get; init; }

    /// <summary>From one output of a row to the next.</summary>
    public required nint OutputColumn { get; init; }
}
