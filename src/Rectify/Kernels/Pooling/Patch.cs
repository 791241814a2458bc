namespace Rectify.Kernels;

/// <summary>The places of an image that are under one window. The window's taps are numbered row by row, these in it or not.</summary>
internal readonly struct Patch
{
    /// <summary>The row of the first place.</summary>
    public required int Top { get; init; }

    /// <summary>The column of the first place.</summary>
    public required int Left { get; init; }

    public required int Rows { get; init; }
    public required int Columns { get; init; }

    /// <summary>The number of the first place's tap.</summary>
    public required int Number { get; init; }

    /// <summary>From the end of a row to the number that begins the next.</summary>
    public required int NextNumber { get; init; }

    /// <summary>From one place of a row to the next, in numbers of the image.</summary>
    public required int NextColumn { get; init; }

    /// <summary>From the end of a row to the beginning of the next.</summary>
    public required int NextRow { get; init; }

    /// <summary>How many places it has.</summary>
    public int Area => Rows * Columns;
}
