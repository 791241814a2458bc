namespace Rectify.Kernels;

/// <summary>The heights a tile can have.</summary>
internal static class Height
{
    public readonly struct One : IHeight { public static int Rows => 1; }
    public readonly struct Two : IHeight { public static int Rows => 2; }
    public readonly struct Three : IHeight { public static int Rows => 3; }
    public readonly struct Four : IHeight { public static int Rows => 4; }
    public readonly struct Five : IHeight { public static int Rows => 5; }
    public readonly struct Six : IHeight { public static int Rows => 6; }
    public readonly struct Seven : IHeight { public static int Rows => 7; }
    public readonly struct Eight : IHeight { public static int Rows => 8; }
    public readonly struct Nine : IHeight { public static int Rows => 9; }
    public readonly struct Ten : IHeight { public static int Rows => 10; }
    public readonly struct Eleven : IHeight { public static int Rows => 11; }
    public readonly struct Twelve : IHeight { public static int Rows => 12; }
}
