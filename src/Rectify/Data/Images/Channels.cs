namespace Rectify.Data;

/// <summary>Grey images as colour ones and back.</summary>
internal static class Channels
{
    private const int Colours = 3;

    /// <summary>Red, green and blue of each grey byte.</summary>
    /// <param name="grey">One byte a pixel, which may lie where <paramref name="room"/> begins.</param>
    /// <param name="room">Room for three bytes a pixel.</param>
    public static ReadOnlySpan<byte> Repeat(ReadOnlySpan<byte> grey, Span<byte> room)
    {
        // From the end, so that no byte is overwritten before it was read.
        for (int i = grey.Length - 1; i >= 0; i--)
        {
            byte value = grey[i];
            room.Slice(Colours * i, Colours).Fill(value);
        }
        return room[..(Colours * grey.Length)];
    }

    /// <summary>The first channel of a colour image, which is all there is to it where it is grey.</summary>
    public static byte[] First(byte[] colours)
    {
        byte[] first = new byte[colours.Length / Colours];
        for (int i = 0; i < first.Length; i++) { first[i] = colours[Colours * i]; }
        return first;
    }
}
