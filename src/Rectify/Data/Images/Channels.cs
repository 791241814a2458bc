namespace Rectify.Data;

/// <summary>Grey images as colour ones and back.</summary>
internal static class Channels
{
    private const int Colours = 3;

    /// <summary>Red, green and blue of each grey byte.</summary>
    public static byte[] Repeat(byte[] grey)
    {
        byte[] repeated = new byte[Colours * grey.Length];
        for (int i = 0; i < grey.Length; i++) { repeated.AsSpan(Colours * i, Colours).Fill(grey[i]); }
        return repeated;
    }

    /// <summary>The first channel of a colour image, which is all there is to it where it is grey.</summary>
    public static byte[] First(byte[] colours)
    {
        byte[] first = new byte[colours.Length / Colours];
        for (int i = 0; i < first.Length; i++) { first[i] = colours[Colours * i]; }
        return first;
    }
}
