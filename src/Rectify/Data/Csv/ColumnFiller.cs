namespace Rectify.Data;

/// <summary>Reads the cells of one column in the second pass, and makes the typed column of them.</summary>
/// <param name="place">What errors and notices call the column: the file's and its own name.</param>
/// <param name="isStrict">Whether a cell that is not of the type is an error, because a person gave the type; else it is missing.</param>
internal abstract class ColumnFiller(ColumnPlace place, bool isStrict)
{
    private (string Text, int Line)? _firstInvalid;

    /// <summary>How many cells were not of the column's type and count as missing.</summary>
    protected int InvalidCount { get; private set; }

    protected string Name => place.Column;

    protected bool IsStrict => isStrict;

    /// <summary>The next cell as the column stores it.</summary>
    /// <param name="line">Its line in the file, for errors.</param>
    /// <param name="text">The trimmed cell.</param>
    /// <param name="isMissing">Whether the cell's text means that there is no value.</param>
    /// <exception cref="DataException">The cell is not of the type that a person gave the column.</exception>
    public abstract int Read(int line, ReadOnlySpan<char> text, bool isMissing);

    /// <param name="cells">What <see cref="Read"/> returned for each row.</param>
    public abstract Column Finish(Cells cells);

    /// <summary>What there is to say of cells that were not of the type, or null.</summary>
    public Notice? Notice => _firstInvalid is not var (text, line) ? null : Data.Notice.Warning(
        $"counted as missing: {Listing.Counted(InvalidCount, "cell")} of {Name} without {Wanted} (first \"{text}\", line {line})");

    /// <summary>What the cells should be: "a finite number".</summary>
    protected abstract string Wanted { get; }

    protected void CountInvalid(ReadOnlySpan<char> text, int line)
    {
        _firstInvalid ??= (Shortened(text), line);
        InvalidCount++;
    }

    protected DataException Wrong(ReadOnlySpan<char> text, int line, string wanted)
    {
        string cell = Shortened(text);
        return new(
            $"{place.Table} line {line}, column \"{Name}\": \"{cell}\" is not {wanted}. "
            + $"Mark it missing with --missing \"{cell}\", or make the column a category with --column-type {Name}=category.");
    }

    private static string Shortened(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : $"{text[..40]}…";
}
