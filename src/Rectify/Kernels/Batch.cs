namespace Rectify.Kernels;

/// <summary>Samples of one shape, one after the other in memory. A view: a workspace owns the memory.</summary>
public sealed class Batch
{
    private readonly Memory<float> _memory;
    private readonly int _sampleLength;

    /// <param name="memory">Room for as many samples as the batch may ever hold.</param>
    /// <param name="sample">The shape of one sample.</param>
    /// <exception cref="ArgumentException">The shape is none.</exception>
    public Batch(Memory<float> memory, Shape sample)
    {
        if (sample.Dimensions == 0) { throw new ArgumentException("A batch takes the shape of a sample, but is given none."); }
        (_memory, _sampleLength, Sample) = (memory, sample.Length, sample);
        Capacity = memory.Length / _sampleLength;
    }

    public Shape Sample { get; }

    /// <summary>The most samples this batch can hold.</summary>
    public int Capacity { get; }

    /// <summary>How many samples it holds now.</summary>
    /// <exception cref="ArgumentException">There is no room for as many.</exception>
    public int Count { get; set => field = value >= 0 && value <= Capacity ? value : throw NoRoomFor(value); }

    /// <summary>The numbers of all samples, Count × Sample.Length.</summary>
    public Span<float> Values => _memory.Span[..(Count * _sampleLength)];

    /// <summary>The numbers of sample <paramref name="index"/>.</summary>
    /// <exception cref="ArgumentException">It holds no such sample now.</exception>
    public Span<float> Row(int index) => Rows(index, 1);

    /// <summary>The numbers of <paramref name="count"/> samples from sample <paramref name="first"/> on.</summary>
    /// <exception cref="ArgumentException">It does not hold them all now.</exception>
    public Span<float> Rows(int first, int count) => first >= 0 && count >= 0 && first <= Count - count
        ? _memory.Span.Slice(first * _sampleLength, count * _sampleLength)
        : throw NoRows(first, count);

    /// <summary>Copies samples to their places in a batch of as many numbers; nothing is done where the two are one memory.</summary>
    /// <exception cref="ArgumentException">Either does not hold them all, or its samples have another length.</exception>
    public void CopyTo(Batch target, int first, int count)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target._sampleLength != _sampleLength)
        {
            throw new ArgumentException($"Samples of {Sample} cannot be copied to a batch of {target.Sample}: they hold other numbers.");
        }
        if (!Rows(first, count).Overlaps(target.Rows(first, count))) { Rows(first, count).CopyTo(target.Rows(first, count)); }
    }

    private ArgumentException NoRoomFor(int count)
        => new($"A batch with room for {Capacity} samples of {Sample} cannot hold {count}.");

    private ArgumentException NoRows(int first, int count)
        => new($"A batch of {Count} samples does not hold {count} from number {first} on.");
}
