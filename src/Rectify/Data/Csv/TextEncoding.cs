using System.Text;

namespace Rectify.Data;

/// <summary>Which encoding a file's bytes are in.</summary>
internal static class TextEncoding
{
    /// <summary>More control characters than this share are not text.</summary>
    private const double MostControls = 0.01;

    public static Encoding StrictUtf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Western European, for files that are not UTF-8: what Excel saves where Unicode is not asked for.</summary>
    public static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding that a file's start shows; UTF-8, to be given up at the first byte that is not, where it shows none.</summary>
    /// <returns>Null where the start is no text.</returns>
    public static Encoding? Detect(ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..]) { return Utf16(bigEndian: false); }
        if (start is [0xFE, 0xFF, ..]) { return Utf16(bigEndian: true); }

        int evenZeros = Zeros(start, 0), oddZeros = Zeros(start, 1), half = start.Length / 2;
        if (evenZeros + oddZeros == 0) { return HasFewControls(start) ? StrictUtf8 : null; }
        // Western text in UTF-16 has a zero in nearly every other byte.
        if (oddZeros > 0.7 * half && evenZeros < 0.1 * half) { return Utf16(bigEndian: false); }
        return evenZeros > 0.7 * half && oddZeros < 0.1 * half ? Utf16(bigEndian: true) : null;
    }

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true);

    private static int Zeros(ReadOnlySpan<byte> bytes, int first)
    {
        int count = 0;
        for (int i = first; i < bytes.Length; i += 2)
        {
            if (bytes[i] == 0) { count++; }
        }
        return count;
    }

    private static bool HasFewControls(ReadOnlySpan<byte> bytes)
    {
        int controls = 0;
        foreach (byte value in bytes)
        {
            if ((value < 0x20 && value is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f')) || value == 0x7F) { controls++; }
        }
        return controls <= MostControls * bytes.Length;
    }
}
