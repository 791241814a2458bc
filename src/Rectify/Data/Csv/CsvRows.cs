using System.Text;
using Sylvan.Data.Csv;

namespace Rectify.Data;

/// <summary>The records of a file one after the other, each with its line; everything wrong with the file becomes a sentence.</summary>
internal sealed class CsvRows : IDisposable
{
    /// <summary>The longest record in characters: wide enough for a hundred thousand columns, small beside any memory.</summary>
    public const int LongestRecord = 1 << 22;

    private const int BufferLength = 1 << 16;

    private readonly PackedFile _file;
    private readonly TextReader _text;
    private readonly char _separator;
    private CsvDataReader? _reader;
    private int _nextLine = 1;

    public CsvRows(PackedFile file, Encoding encoding, char separator)
    {
        (_file, _separator) = (file, separator);
        StreamReader text = new(file.Open(), encoding, detectEncodingFromByteOrderMarks: true, BufferLength);
        _text = new ZeroCheckedText(text, file.Name);
    }

    /// <summary>The line on which the record begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>How many cells the record has.</summary>
    public int CellCount => _reader!.RowFieldCount;

    /// <summary>A cell without its quotes and without spaces around it; valid until the next record.</summary>
    public ReadOnlySpan<char> Cell(int index) => _reader!.GetFieldSpan(index).Trim();

    /// <summary>Goes to the next record that is not a blank line.</summary>
    /// <exception cref="DataException">The file is damaged, or has a record that cannot be read.</exception>
    /// <exception cref="DecoderFallbackException">The file is not in the encoding.</exception>
    public bool Read()
    {
        try
        {
            _reader ??= Start();
            while (_reader.Read())
            {
                ReadOnlySpan<char> record = _reader.GetRawRecordSpan();
                Line = _nextLine;
                int lines = record.Count('\n');
                _nextLine += lines > 0 ? lines : record.Count('\r');
                if (_reader.RowFieldCount > 1 || !record.IsWhiteSpace()) { return true; }
            }
            return false;
        }
        catch (CsvRecordTooLargeException cause)
        {
            throw new DataException(
                $"{_file.Name} line {_nextLine} begins a row of over {Listing.Number(LongestRecord)} characters. "
                + "Look there for a quote that is never closed, or line ends that are lost.",
                cause);
        }
        catch (CsvFormatException cause)
        {
            throw new DataException(
                $"{_file.Name} line {_nextLine} begins a row whose quotes do not match. "
                + "Close the quote, or double a quote that is part of the text.",
                cause);
        }
        catch (InvalidDataException cause)
        {
            throw _file.Damaged(cause);
        }
        catch (IOException cause)
        {
            throw _file.Unreadable(cause);
        }
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _text.Dispose();
    }

    private CsvDataReader Start() => CsvDataReader.Create(_text, new CsvDataReaderOptions
    {
        HasHeaders = false,
        Delimiter = _separator,
        // A character that no text holds: '#' begins comments otherwise, and names such as "#1" would vanish.
        Comment = '\uFFFF',
        BufferSize = BufferLength,
        MaxBufferSize = LongestRecord,
    });
}
