using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>Rows that become numbers batch by batch. Safe to read from many threads at once.</summary>
public abstract class SampleSource
{
    /// <summary>How many rows there are.</summary>
    public abstract int Count { get; }

    /// <summary>The shape of one row's inputs.</summary>
    public abstract Shape InputShape { get; }

    /// <summary>The shape of one row's target: one number that is the class's index, or the standardised value or values.</summary>
    public abstract Shape TargetShape { get; }

    /// <summary>Overwrites both spans with the given rows, in the given order. Allocates nothing.</summary>
    /// <param name="rows">Each from 0 to Count − 1; a row may come twice.</param>
    /// <param name="inputs">Room for rows.Length × InputShape.Length numbers.</param>
    /// <param name="targets">Room for rows.Length × TargetShape.Length numbers, or empty where targets are not wanted.</param>
    public abstract void Fill(ReadOnlySpan<int> rows, Span<float> inputs, Span<float> targets);

    /// <summary>As <see cref="Fill"/>, with inputs varied in the way of one epoch where the source knows how; else the same.</summary>
    /// <param name="rows">Each from 0 to Count − 1; a row may come twice.</param>
    /// <param name="variation">Which way, such as the epoch's number: a row is varied alike whenever both are the same.</param>
    /// <param name="inputs">Room for rows.Length × InputShape.Length numbers.</param>
    /// <param name="targets">Room for rows.Length × TargetShape.Length numbers, or empty where targets are not wanted.</param>
    public virtual void FillVaried(ReadOnlySpan<int> rows, ulong variation, Span<float> inputs, Span<float> targets)
        => Fill(rows, inputs, targets);

    /// <summary>A view of some rows: only their numbers are kept, no data is copied.</summary>
    public virtual SampleSource Take(ReadOnlySpan<int> rows) => new SubsetSource(this, rows);
}
