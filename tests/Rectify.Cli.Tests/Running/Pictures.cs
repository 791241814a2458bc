using System.Buffers.Binary;
using Rectify.Data;

namespace Rectify.Cli.Tests.Running;

/// <summary>Small images whose class can be seen: a bright bar that lies or stands, on dark.</summary>
internal static class Pictures
{
    private const byte Dark = 20, Bright = 220;

    /// <summary>Writes a folder with a subfolder for each class, lying and standing, and gives its name.</summary>
    public static string Bars(Workplace here, string folder = "bars", int ofEach = 12)
    {
        for (int i = 0; i < ofEach; i++)
        {
            here.Write($"{folder}/lying/{i:00}.png", Bar(i));
            here.Write($"{folder}/standing/{i:00}.png", Bar(i, stands: true));
        }
        return folder;
    }

    /// <summary>A grey PNG of one bar.</summary>
    /// <param name="index">Says where the bar is.</param>
    /// <param name="stands">Whether it is a column rather than a row.</param>
    /// <param name="side">Pixels each way.</param>
    public static byte[] Bar(int index, bool stands = false, int side = 8)
        => PngWriter.Encode(Pixels(index, stands, side), new(side, side, 1));

    /// <summary>A PNG of a bar in green on black.</summary>
    public static byte[] GreenBar(int index, bool stands = false, int side = 8)
        => PngWriter.Encode([.. Pixels(index, stands, side).SelectMany(light => (byte[])[0, light, 0])], new(side, side, 3));

    /// <summary>An IDX file of bars, lying and standing in turns.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="claimed">How many its header claims.</param>
    public static byte[] Idx(int count, int? claimed = null) =>
    [
        .. Words(0x803, claimed ?? count, 8, 8),
        .. Enumerable.Range(0, count).SelectMany(i => Pixels(i / 2, stands: i % 2 == 1, side: 8)),
    ];

    /// <summary>The labels of such a file.</summary>
    public static byte[] IdxLabels(int count) => [.. Words(0x801, count), .. Enumerable.Range(0, count).Select(i => (byte)(i % 2))];

    private static byte[] Pixels(int index, bool stands, int side)
    {
        int bar = (3 * index + 1) % side;
        return [.. Enumerable.Range(0, side * side).Select(at => (stands ? at % side : at / side) == bar ? Bright : (byte)(Dark + index))];
    }

    private static IEnumerable<byte> Words(params int[] words) => words.SelectMany(word =>
    {
        byte[] bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, word);
        return bytes;
    });
}
