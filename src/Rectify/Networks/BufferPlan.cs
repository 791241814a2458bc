using Rectify.Kernels;

namespace Rectify.Networks;

/// <summary>Places buffers in one arena so that two overlap only when they are never needed at the same time.</summary>
/// <remarks>First fit over lifetimes, in order of size: within a few per cent of the peak for networks that are mostly a stack.</remarks>
internal sealed class BufferPlan
{
    private readonly List<Buffer> _buffers = [];

    /// <summary>Asks for a buffer that is needed in steps <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public int Request(int length, int first, int last)
    {
        _buffers.Add(new(FloatMemory.Align(length), first, last));
        return _buffers.Count - 1;
    }

    /// <summary>Keeps a buffer that was asked for until <paramref name="last"/>, too.</summary>
    public void Extend(int buffer, int first, int last)
    {
        Buffer b = _buffers[buffer];
        _buffers[buffer] = b with { First = Math.Min(b.First, first), Last = Math.Max(b.Last, last) };
    }

    /// <summary>Places every buffer; returns where each begins, and the arena's length in floats.</summary>
    public (int[] Offsets, int Length) Place()
    {
        int[] offsets = new int[_buffers.Count];
        List<int> placed = [];
        int arena = 0;
        foreach (int index in Enumerable.Range(0, _buffers.Count).OrderByDescending(i => _buffers[i].Length).ThenBy(i => i))
        {
            Buffer buffer = _buffers[index];
            int offset = 0;
            foreach (int other in placed.Where(i => _buffers[i].Meets(buffer)).OrderBy(i => offsets[i]))
            {
                if (offset + buffer.Length <= offsets[other]) { break; }
                offset = Math.Max(offset, offsets[other] + _buffers[other].Length);
            }
            offsets[index] = offset;
            placed.Add(index);
            arena = Math.Max(arena, checked(offset + buffer.Length));
        }
        return (offsets, arena);
    }

    private readonly record struct Buffer(int Length, int First, int Last)
    {
        public bool Meets(Buffer other) => First <= other.Last && other.First <= Last;
    }
}
