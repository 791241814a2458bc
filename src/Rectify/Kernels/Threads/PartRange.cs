using System.Runtime.InteropServices;

namespace Rectify.Kernels;

/// <summary>
/// The parts of a job that are left for one thread, from the first to before the end, in one number that several may change at once.
/// </summary>
/// <remarks>Two cache lines, so that no other is on its own: processors fetch them in pairs.</remarks>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal struct PartRange
{
    [FieldOffset(64)] private long _range;

    /// <summary>Publishes the parts, and with them all that was written before.</summary>
    public void Set(int first, int end) => Volatile.Write(ref _range, Packed(first, end));

    /// <summary>For the thread whose parts they are.</summary>
    public bool TryTakeFirst(out int part)
    {
        while (true)
        {
            long range = Volatile.Read(ref _range);
            (part, int end) = ((int)(range >> 32), (int)range);
            if (part >= end) { return false; }
            if (Interlocked.CompareExchange(ref _range, Packed(part + 1, end), range) == range) { return true; }
        }
    }

    /// <summary>For another one, that has done its own.</summary>
    public bool TryTakeLast(out int part)
    {
        while (true)
        {
            long range = Volatile.Read(ref _range);
            int first = (int)(range >> 32);
            part = (int)range - 1;
            if (part < first) { return false; }
            if (Interlocked.CompareExchange(ref _range, Packed(first, part), range) == range) { return true; }
        }
    }

    private static long Packed(int first, int end) => (long)first << 32 | (uint)end;
}
