namespace Rectify.Kernels;

/// <summary>Neighbouring rows and columns, the ends excluded.</summary>
internal readonly struct Patch((int First, int End) rows, (int First, int End) columns)
{
    public int Top => rows.First;
    public int Bottom => rows.End;
    public int Left => columns.First;
    public int Right => columns.End;

    /// <summary>How many places it has.</summary>
    public int Area => (Bottom - Top) * (Right - Left);
}
