using System.Text;

namespace Rectify.Data;

/// <summary>One reading of one file.</summary>
internal sealed class CsvReading(string path, CsvOptions options, CancellationToken cancellation)
{
    private const int StartLength = 1 << 16, RecordsForHeader = 100;

    private readonly PackedFile _file = new(path);
    private readonly MissingTexts _missing = new(options.Missing);
    private readonly List<Notice> _notices = [];

    public Table Read()
    {
        byte[] start = _file.ReadStart(StartLength);
        Encoding encoding = TextEncoding.Detect(start) ?? throw new DataException(
            $"{_file.Name} is not text: it may be a workbook, an archive or an image. Save the table as CSV.");
        try
        {
            return Read(start, encoding);
        }
        catch (DecoderFallbackException) when (encoding == TextEncoding.StrictUtf8)
        {
            _notices.Clear();
            _notices.Add(Notice.Choice($"{_file.Name} is not UTF-8 and was read as Windows-1252"));
            return Read(start, TextEncoding.Windows1252);
        }
        catch (DecoderFallbackException cause)
        {
            throw new DataException($"{_file.Name} is not valid {encoding.WebName}. Save it as UTF-8.", cause);
        }
    }

    private Table Read(byte[] start, Encoding encoding)
    {
        // Separators, quotes and line ends are the same in UTF-8 and Windows-1252; the strict decoder may meet a cut character.
        Encoding lenient = encoding is UnicodeEncoding ? Encoding.GetEncoding(encoding.CodePage) : Encoding.Latin1;
        char separator = Separator.Detect(lenient.GetString(start));
        // Where the comma separates numbers' digits, something else has to separate the cells.
        bool decimalComma = separator == ';';

        CsvColumns columns = FindColumns(encoding, separator, decimalComma);
        (ColumnProfile?[] profiles, int rowCount) = Profile(encoding, separator, columns, decimalComma);
        ColumnFiller?[] fillers = [.. profiles.Select(profile => profile is null ? null : Filler(profile, decimalComma))];
        ColumnFiller[] read = [.. fillers.OfType<ColumnFiller>()];
        CellWriter writer = CellWriter.For(_file.Name, rowCount, read.Length, options.MostMemory, _notices);
        Fill(encoding, separator, columns, fillers, writer, rowCount);

        _notices.AddRange(read.Select(filler => filler.Notice).OfType<Notice>());
        return new(_file.Name, [.. read.Zip(writer.Finish(), (filler, cells) => filler.Finish(cells))])
        {
            IgnoredColumns = [.. columns.Names.Where((_, i) => profiles[i] is null)],
            MissingTexts = options.Missing,
            Notices = _notices,
        };
    }

    private CsvColumns FindColumns(Encoding encoding, char separator, bool decimalComma)
    {
        using CsvRows rows = new(_file, encoding, separator);
        if (!rows.Read()) { throw new DataException($"{_file.Name} is empty. A table needs a row of names and rows of cells."); }

        string[] first = Cells(rows);
        List<string[]> below = [];
        while (below.Count < RecordsForHeader && rows.Read())
        {
            // A row of another length is an error of its own, said with its line when its turn comes.
            if (rows.CellCount == first.Length) { below.Add(Cells(rows)); }
        }

        bool hasHeader = options.Header switch
        {
            HeaderMode.Yes => true,
            HeaderMode.No => false,
            _ => (options.Expected is null ? null : HeaderDetection.HasHeader(first, options.Expected.Keys))
                ?? HeaderDetection.HasHeader(first, below, decimalComma),
        };
        if (!hasHeader && options.Header == HeaderMode.Auto && options.Expected is null)
        {
            _notices.Add(Notice.Choice($"no header: columns are named 1 to {first.Length} (the first line holds names: --header yes)"));
        }
        return CsvColumns.Make(_file.Name, first, hasHeader, options, _notices);
    }

    private (ColumnProfile?[], int) Profile(Encoding encoding, char separator, CsvColumns columns, bool decimalComma)
    {
        ColumnProfile?[] profiles = new ColumnProfile?[columns.Names.Count];
        for (int i = 0; i < profiles.Length; i++)
        {
            string name = columns.Names[i];
            if (columns.IsRead(name)) { profiles[i] = new(name, decimalComma, columns.TypeOf(name), columns.DateFormatOf(name)); }
        }

        int rowCount = 0;
        foreach (CsvRows rows in Records(encoding, separator, columns))
        {
            rowCount++;
            for (int i = 0; i < profiles.Length; i++)
            {
                if (profiles[i] is ColumnProfile profile && rows.Cell(i) is var cell && !_missing.Contains(cell)) { profile.See(cell); }
            }
        }
        return rowCount > 0 ? (profiles, rowCount) : throw new DataException(
            $"{_file.Name} has a header and no rows. Add rows, or read its only line as one with --header no.");
    }

    private void Fill(Encoding encoding, char separator, CsvColumns columns, ColumnFiller?[] fillers, CellWriter writer, int rowCount)
    {
        int[] cells = new int[fillers.Length];
        int row = 0;
        foreach (CsvRows rows in Records(encoding, separator, columns))
        {
            int count = 0;
            for (int i = 0; i < fillers.Length; i++)
            {
                ReadOnlySpan<char> cell = rows.Cell(i);
                if (fillers[i] is { } filler) { cells[count++] = filler.Read(rows.Line, cell, _missing.Contains(cell)); }
            }
            if (row++ == rowCount) { throw Changed(); }
            writer.Add(cells.AsSpan(0, count));
        }
        if (row < rowCount) { throw Changed(); }
    }

    private IEnumerable<CsvRows> Records(Encoding encoding, char separator, CsvColumns columns)
    {
        using CsvRows rows = new(_file, encoding, separator);
        if (columns.HasHeader) { rows.Read(); }
        while (rows.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (rows.CellCount != columns.Names.Count)
            {
                throw new DataException(
                    $"{_file.Name} line {rows.Line} has {Listing.Counted(rows.CellCount, "cell")}, "
                    + $"but the first line has {columns.Names.Count}. "
                    + $"Look there for a missing or spare '{separator}', or a text with '{separator}' in it that needs quotes.");
            }
            yield return rows;
        }
    }

    private DataException Changed()
        => new($"{_file.Name} changed between the two times that it was read. Try again when nothing writes to it.");

    private ColumnFiller Filler(ColumnProfile profile, bool decimalComma)
    {
        ColumnPlace place = new(_file.Name, profile.Name);
        bool isStrict = options.ColumnTypes.ContainsKey(profile.Name);
        if (profile.Type == ColumnType.Date && profile.IsDateFormatOpen)
        {
            _notices.Add(Notice.Choice(
                $"days of {profile.Name} are read as {profile.DateFormat} "
                + $"(keep them as texts: --column-type {profile.Name}=category)"));
        }
        return profile.Type switch
        {
            ColumnType.Number => new NumberFiller(place, isStrict, decimalComma, _missing),
            ColumnType.Date => new DateFiller(place, isStrict, profile.DateFormat),
            _ => new CategoryFiller(place, isStrict),
        };
    }

    private static string[] Cells(CsvRows rows)
    {
        string[] cells = new string[rows.CellCount];
        for (int i = 0; i < cells.Length; i++) { cells[i] = rows.Cell(i).ToString(); }
        return cells;
    }
}
