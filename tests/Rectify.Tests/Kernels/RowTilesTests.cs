using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed unsafe class RowTilesTests
{
    private const int Tiles = 2;

    public static TheoryData<int> Heights => [.. Enumerable.Range(1, 13)];

    // Every number behind the rows of a step, and behind the tiles, stays as it was.
    [Theory]
    [MemberData(nameof(Heights))]
    public void A_tile_has_the_rows_of_each_step_side_by_side_and_touches_nothing_else(int height)
    {
        foreach (int depth in (int[])[1, 3, 4, 9])
        {
            Check(height, depth, isTransposed: false);
            Check(height, depth, isTransposed: true);
        }
    }

    private static void Check(int height, int depth, bool isTransposed)
    {
        int step = RowTiles.StepFor(height), rows = Tiles * height;
        float[] numbers = [.. Enumerable.Range(0, rows * depth).Select(i => i + 0.5f)];
        float[] expected = new float[Tiles * step * depth];
        expected.AsSpan().Fill(float.NaN);
        for (int row = 0; row < rows; row++)
        {
            for (int k = 0; k < depth; k++)
            {
                int at = isTransposed ? k * rows + row : row * depth + k;
                expected[(row / height * depth + k) * step + row % height] = numbers[at];
            }
        }

        Framed a = new(numbers), room = Framed.Room(expected.Length);
        fixed (float* from = a.Inside, to = room.Inside)
        {
            Operand operand = isTransposed ? new(from, 1, rows) : new(from, depth, 1);
            RowTiles tiles = new(to, step, depth);
            for (int tile = 0; tile < Tiles; tile++) { tiles.Pack(tile, operand.From(tile * height, 0), height); }
        }
        room.Check(expected);
    }
}
