namespace Rectify.Data;

/// <summary>What the first pass learns of a column, in memory that does not grow with the file.</summary>
internal sealed class ColumnProfile(string name, bool decimalComma, ColumnType? given, string? dateFormat)
{
    /// <summary>
    /// A column is of numbers, or of dates, where at least this share of its cells that are not missing can be read so. The
    /// rest then count as missing, with a count said.
    /// </summary>
    public const double TypicalShare = 0.9;

    // Trying every format is slow, and a column without a date in so many cells is not of dates.
    private const int CellsWithoutDate = 100;

    private readonly int[] _dates = new int[DateFormats.All.Count];
    private int _present, _numbers, _notDates;
    private bool _hasDates;

    public string Name => name;

    /// <summary>Looks at a cell that is not missing.</summary>
    public void See(ReadOnlySpan<char> text)
    {
        _present++;
        if (given is not (null or ColumnType.Date) || dateFormat is not null) { return; }
        if (given is null && CellParser.TryNumber(text, decimalComma, out _))
        {
            _numbers++;
        }
        else if ((_hasDates || _notDates++ < CellsWithoutDate) && DateFormats.MayBeDate(text))
        {
            CountFormats(text);
        }
    }

    /// <summary>The type that was given, or else the one that nearly all cells are of.</summary>
    public ColumnType Type
        => given
        ?? (_numbers >= TypicalShare * _present ? ColumnType.Number
            : _dates.Max() >= TypicalShare * _present ? ColumnType.Date
            : ColumnType.Category);

    /// <summary>The format of most cells.</summary>
    public string DateFormat => dateFormat ?? DateFormats.All[Array.IndexOf(_dates, _dates.Max())];

    /// <summary>Whether another format fits as many cells.</summary>
    public bool IsDateFormatOpen => dateFormat is null && _dates.Count(count => count == _dates.Max()) > 1;

    private void CountFormats(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < _dates.Length; i++)
        {
            if (!DateFormats.TryParse(text, DateFormats.All[i], out _)) { continue; }
            _dates[i]++;
            _hasDates = true;
        }
    }
}
