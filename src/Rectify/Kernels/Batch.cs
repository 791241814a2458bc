namespace Rectify.Kernels;

/// <summary>Samples of one shape, one after the other in memory. A view: a workspace owns the memory.</summary>
public sealed class Batch
{
    private readonly Memory<float> _memory;
    private readonly int _sampleLength;

    /// <param name="memory">Room for as many samples as the batch may ever hold.</param>
    /// <param name="sample">The shape of one sample.</param>
    public Batch(Memory<float> memory, Shape sample)
    {
        (_memory, _sampleLength, Sample) = (memory, sample.Length, sample);
        Capacity = memory.Length / _sampleLength;
    }

    public Shape Sample { get; }

    /// <summary>The most samples this batch can hold.</summary>
    public int Capacity { get; }

    /// <summary>How many samples it holds now.</summary>
    public int Count
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Capacity);
            field = value;
        }
    }

    /// <summary>The numbers of all samples, Count × Sample.Length.</summary>
    public Span<float> Values => _memory.Span[..(Count * _sampleLength)];

    /// <summary>The numbers of sample <paramref name="index"/>.</summary>
    public Span<float> Row(int index) => Rows(index, 1);

    /// <summary>The numbers of <paramref name="count"/> samples from sample <paramref name="first"/> on.</summary>
    public Span<float> Rows(int first, int count) => _memory.Span.Slice(first * _sampleLength, count * _sampleLength);

    /// <summary>Copies samples to their places in a batch of as many numbers; nothing is done where the two are one memory.</summary>
    public void CopyTo(Batch target, int first, int count)
    {
        if (!Rows(first, count).Overlaps(target.Rows(first, count))) { Rows(first, count).CopyTo(target.Rows(first, count)); }
    }
}
