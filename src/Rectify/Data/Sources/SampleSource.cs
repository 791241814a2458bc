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
    /// <param name="inputs">Room for rows.Length × InputShape.Length numbers, or empty where inputs are not wanted.</param>
    /// <param name="targets">Room for rows.Length × TargetShape.Length numbers, or empty where targets are not wanted.</param>
    /// <exception cref="ArgumentException">There is no such row, or the room is another.</exception>
    public abstract void Fill(ReadOnlySpan<int> rows, Span<float> inputs, Span<float> targets);

    /// <summary>
    /// As <see cref="Fill"/>, but for training: a source that augments its rows varies them, the same way each time for the same
    /// <paramref name="variation"/>.
    /// </summary>
    /// <param name="rows">Each from 0 to Count − 1; a row may come twice.</param>
    /// <param name="variation">Which variation of every row, e.g. the epoch.</param>
    /// <param name="inputs">Room for rows.Length × InputShape.Length numbers, or empty where inputs are not wanted.</param>
    /// <param name="targets">Room for rows.Length × TargetShape.Length numbers, or empty where targets are not wanted.</param>
    /// <exception cref="ArgumentException">There is no such row, or the room is another.</exception>
    public virtual void FillVaried(ReadOnlySpan<int> rows, ulong variation, Span<float> inputs, Span<float> targets)
        => Fill(rows, inputs, targets);

    /// <summary>A view of some rows: only their numbers are kept, no data is copied.</summary>
    /// <exception cref="ArgumentException">There is no such row.</exception>
    public virtual SampleSource Take(ReadOnlySpan<int> rows)
    {
        CheckRows(rows);
        return new SubsetSource(this, rows);
    }

    /// <summary>Asked by sources before they fill, once for all rows: what is filled only in part would be learned as it is.</summary>
    private protected void CheckFill(ReadOnlySpan<int> rows, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        CheckRows(rows);
        CheckRoom("inputs", InputShape, rows.Length, inputs.Length);
        CheckRoom("targets", TargetShape, rows.Length, targets.Length);
    }

    private protected void CheckRows(ReadOnlySpan<int> rows)
    {
        int count = Count;
        foreach (int row in rows) { RowNumber.Checked(row, count, "The source"); }
    }

    private static void CheckRoom(string what, Shape shape, int rows, int length)
    {
        if (length == 0 || length == (long)rows * shape.Length) { return; }
        throw new ArgumentException($"{rows} rows have {what} of {shape}, which do not fill room for {length} numbers.");
    }
}
