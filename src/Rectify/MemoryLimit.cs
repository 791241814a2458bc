using System.Globalization;

namespace Rectify;

/// <summary>
/// How much managed memory this process may take: what the machine, its container or its shell gives, or less where a person
/// gave less.
/// </summary>
internal static class MemoryLimit
{
    /// <summary>The least that a process may be held to.</summary>
    public const long Least = 100_000_000;

    // What code, threads and the runtime's own tables take beside the heap.
    private const long BesideHeap = 60_000_000;

    // Of the addresses that a shell gives (ulimit -v) the runtime sets half aside for its heap, and crashes where the heap meets
    // the end of that half. Half of it is left free, because a large array needs its addresses in one piece.
    private const int AddressesForByte = 4;

    private static readonly Lazy<long> ByAddresses = new(() => ReadAddresses() / AddressesForByte);

    /// <summary>In bytes.</summary>
    public static long Bytes => Math.Min(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, ByAddresses.Value);

    /// <summary>What data may take while they are read: half of what is left, so that the other half is there for all the rest.</summary>
    /// <param name="rest">What the rest is known to take at least, in bytes.</param>
    public static long ShareOfData(long rest = 0)
    {
        long left = Left(afterCollection: false);
        return Math.Max(0, Math.Min(left / 2, left - rest));
    }

    /// <summary>Keeps the process within its limit from now on: the collector works harder where it would pass it.</summary>
    /// <param name="most">What the whole process may take; null for what the machine, container or shell gives.</param>
    public static void Hold(long? most)
    {
        long heap = Math.Min(most - BesideHeap ?? long.MaxValue, ByAddresses.Value);
        if (heap >= GC.GetGCMemoryInfo().TotalAvailableMemoryBytes) { return; }
        AppContext.SetData("GCHeapHardLimit", (ulong)heap);
        GC.RefreshMemoryLimit();
    }

    /// <summary>Refuses what would not fit, before half of the work is done.</summary>
    /// <param name="bytes">How much is needed.</param>
    /// <param name="what">What needs it, as the subject of a sentence.</param>
    /// <param name="advice">What to change, beside the limit.</param>
    /// <exception cref="InsufficientMemoryException">It is more than is left.</exception>
    public static void Require(long bytes, string what, string advice)
    {
        if (bytes <= Left(afterCollection: false) || Left(afterCollection: true) is var left && bytes <= left) { return; }
        throw new InsufficientMemoryException(
            $"{what} needs {ByteSize.Text(bytes)} of memory, but {ByteSize.Text(Math.Max(0, left))} are left. {advice}, "
            + "or give more with --max-memory.");
    }

    private static long Left(bool afterCollection) => Bytes - GC.GetTotalMemory(afterCollection);

    // Linux alone says it in a file: "Max address space      4294967296      unlimited      bytes".
    private static long ReadAddresses()
    {
        const string Limits = "/proc/self/limits", Line = "Max address space";
        if (!OperatingSystem.IsLinux() || !File.Exists(Limits)) { return long.MaxValue; }
        string? line = File.ReadLines(Limits).FirstOrDefault(line => line.StartsWith(Line, StringComparison.Ordinal));
        string soft = line?[Line.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out long bytes) ? bytes : long.MaxValue;
    }
}
