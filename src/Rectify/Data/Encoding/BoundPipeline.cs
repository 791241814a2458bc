namespace Rectify.Data;

/// <summary>A pipeline together with the data whose rows it encodes. Safe to use from many threads at once.</summary>
public abstract class BoundPipeline
{
    private protected BoundPipeline(Pipeline pipeline) => Pipeline = pipeline;

    public Pipeline Pipeline { get; }

    /// <summary>What sentences call the data: a file's name.</summary>
    public abstract string Name { get; }

    /// <summary>How many rows there are.</summary>
    public abstract int Count { get; }

    /// <summary>Whether the data say what is to be predicted.</summary>
    public abstract bool HasTarget { get; }

    /// <summary>What was decided when the data were read and tied to the pipeline.</summary>
    public abstract IReadOnlyList<Notice> Notices { get; }

    /// <summary>The rows whose target is known, ascending; none where the data lack the target.</summary>
    public IEnumerable<int> RowsWithTarget => Enumerable.Range(0, Count).Where(row => !float.IsNaN(TargetAt(row)));

    /// <summary>
    /// The class's index or the standardised value; NaN where it is missing or a class that the model does not know. For
    /// reconstruction, whose target is the row itself, 0.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such row.</exception>
    public abstract float TargetAt(int row);

    /// <summary>What a person calls a row: its number from 1, or the name of its file.</summary>
    /// <exception cref="ArgumentException">There is no such row.</exception>
    public abstract string RowName(int row);

    /// <summary>All rows as samples; take those you want with <see cref="SampleSource.Take"/>.</summary>
    public abstract SampleSource ToSource();

    /// <summary>The row itself, if there is one of that number.</summary>
    private protected int Checked(int row) => RowNumber.Checked(row, Count, Name);
}
