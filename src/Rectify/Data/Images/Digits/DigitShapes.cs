using System.Globalization;

namespace Rectify.Data;

/// <summary>
/// How people write the ten digits: strokes as points that a curve runs through, in a box 60 wide and 100 high. A point that
/// comes twice is a corner; a semicolon lifts the pen.
/// </summary>
internal static class DigitShapes
{
    /// <summary>The middle of the box.</summary>
    public static Point Centre { get; } = new(30, 50);

    /// <summary>The height of the box.</summary>
    public const double Height = 100;

    private static readonly Point[][][][] Ways = Array.ConvertAll<string[], Point[][][]>(
        [
            [
                "32,0 12,14 3,50 10,86 30,100 50,86 57,50 49,14 30,1 22,5",
                "44,8 26,1 8,22 3,58 14,92 34,99 52,78 57,42 47,12 32,1",
                "16,8 4,45 10,88 30,100 50,88 56,45 44,8 28,0 14,10",
            ],
            [
                "32,0 30,50 30,100",
                "12,26 24,14 34,0 34,0 33,50 32,100",
                "12,22 32,0 32,0 32,50 32,100 ; 8,100 32,99 56,100",
            ],
            [
                "5,25 14,6 32,0 50,10 53,30 40,54 20,78 3,100 3,100 30,99 58,100",
                "6,20 20,2 42,3 53,22 46,47 26,78 11,96 3,88 14,80 34,92 58,96",
                "5,18 25,0 48,8 52,28 35,60 5,100 5,100 32,97 57,100",
            ],
            [
                "6,12 28,0 50,10 50,32 36,45 20,48 20,48 42,52 57,70 50,92 28,100 4,90",
                "6,1 30,0 54,0 54,0 40,22 26,42 26,42 48,50 57,72 46,94 26,100 4,91",
                "8,10 30,0 49,12 46,34 30,46 25,49 36,50 54,60 56,80 40,98 18,99 4,88",
            ],
            [
                "20,0 12,30 3,60 3,60 30,60 57,58 ; 44,34 42,66 40,100",
                "41,100 41,50 41,0 41,0 22,34 3,68 3,68 30,68 58,68",
                "10,2 8,34 16,50 36,52 50,44 ; 51,0 48,48 44,100",
            ],
            [
                "52,0 32,0 12,0 12,0 10,22 8,43 8,43 30,36 52,48 56,70 44,94 22,100 3,90",
                "14,2 11,24 9,45 9,45 32,38 54,54 53,80 34,99 4,93 ; 14,2 34,2 56,0",
                "48,2 32,3 16,4 16,4 14,22 12,41 12,41 36,40 53,58 47,86 24,100 5,94",
            ],
            [
                "46,2 22,22 8,55 8,82 24,100 46,94 54,74 44,57 24,58 9,74",
                "36,0 14,35 5,70 16,97 38,99 52,82 46,62 28,57 10,70",
            ],
            [
                "3,2 30,2 57,2 57,2 40,46 26,100",
                "4,4 30,3 57,2 57,2 40,48 24,100 ; 18,52 36,51 54,50",
                "4,14 5,3 5,3 30,4 56,4 56,4 36,46 27,100",
            ],
            [
                "48,10 30,0 11,12 14,34 32,48 51,64 54,86 30,100 6,88 9,65 28,48 46,34 50,14 40,3",
                "30,46 12,34 12,11 30,0 48,11 48,34 30,46 8,60 6,86 30,100 54,86 52,60 32,46",
            ],
            [
                "50,22 36,2 14,6 6,28 16,48 38,46 51,22 51,22 49,60 42,100",
                "51,18 32,0 9,12 8,38 27,50 46,38 53,14 54,50 44,86 24,100 8,92",
                "48,18 30,2 10,14 10,38 28,48 46,38 51,12 51,12 51,56 50,100",
            ],
        ],
        ways => Array.ConvertAll(ways, Strokes));

    /// <summary>In how many ways a digit is written.</summary>
    public static int WaysOf(int digit) => Ways[digit].Length;

    /// <summary>The strokes of one way to write a digit.</summary>
    public static Point[][] Strokes(int digit, int way) => Ways[digit][way];

    private static Point[][] Strokes(string text) => Array.ConvertAll(
        text.Split(';', StringSplitOptions.TrimEntries),
        stroke => Array.ConvertAll(stroke.Split(' '), ParsePoint));

    private static Point ParsePoint(string text)
    {
        int comma = text.IndexOf(',');
        return new(int.Parse(text[..comma], CultureInfo.InvariantCulture), int.Parse(text[(comma + 1)..], CultureInfo.InvariantCulture));
    }
}
