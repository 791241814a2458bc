namespace Rectify.Data;

/// <summary>The checksum of PNG's chunks: CRC-32 of ISO 3309.</summary>
/// <remarks>PNG specification, third edition, annex D.</remarks>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Remainder((uint)value))];

    /// <summary>The checksum of all bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes) { crc = Table[(byte)(crc ^ value)] ^ (crc >> 8); }
        return ~crc;
    }

    private static uint Remainder(uint value)
    {
        for (int bit = 0; bit < 8; bit++) { value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial; }
        return value;
    }
}
