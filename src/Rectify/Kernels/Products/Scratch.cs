namespace Rectify.Kernels;

/// <summary>The room one thread needs beside the product itself, made at its first product and kept.</summary>
internal sealed unsafe class Scratch
{
    /// <summary>The deepest panel: with the widest strip it takes 128 KiB, with the usual one half of that.</summary>
    public const int MostDepth = 512;

    /// <summary>What the rows of a window should not exceed, so that they stay in a second-level cache: 256 KiB.</summary>
    public const int UsualWindow = 64 * 1024;

    /// <summary>
    /// The deepest panel where both matrices are copied: every cut of the depth reads and writes the whole output once more.
    /// </summary>
    public const int MostPackedDepth = 2048;

    /// <summary>Numbers of the first matrix that are copied at once, at most: a mebibyte, as a second-level cache has.</summary>
    public const int PackedNumbers = 256 * 1024;

    private const int WidestStrip = 64, UsualStrip = 32, MostRows = 12;

    // The columns that fill no strip are a panel here also where the others are copied elsewhere.
    private const int PanelNumbers = MostPackedDepth * UsualStrip;

    [ThreadStatic] private static Scratch? t_ofThread;

    private readonly Memory<float> _memory = FloatMemory.Allocate(PanelNumbers + MostRows * WidestStrip);

    private Memory<float> _packed, _window = FloatMemory.Allocate(UsualWindow);

    private Scratch()
    {
        fixed (float* start = _memory.Span)
        {
            // The memory is pinned for good, so its address may outlive this block.
            Panel = start;
            Tile = start + PanelNumbers;
        }
    }

    public static Scratch OfThread => t_ofThread ??= new Scratch();

    /// <summary>Room for a strip of the second matrix.</summary>
    public float* Panel { get; }

    /// <summary>Room for a tile that reaches over the last column.</summary>
    public float* Tile { get; }

    /// <summary>Room for rows that are copied, <see cref="PackedNumbers"/>, and behind them for strips.</summary>
    /// <param name="strips">Numbers of the strips.</param>
    public float* Packed(int strips)
    {
        if (_packed.Length < PackedNumbers + strips) { _packed = FloatMemory.Allocate(PackedNumbers + strips); }
        fixed (float* start = _packed.Span) { return start; }
    }

    /// <summary>Room for the rows of an image that a block of windows reads. It grows where one row of windows needs more.</summary>
    public float* Window(int length)
    {
        if (length > _window.Length) { _window = FloatMemory.Allocate(length); }
        fixed (float* start = _window.Span) { return start; }
    }
}
