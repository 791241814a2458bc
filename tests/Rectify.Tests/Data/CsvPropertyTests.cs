using CsCheck;
using Rectify.Data;

namespace Rectify.Tests.Data;

public sealed class CsvPropertyTests
{
    private static readonly string[] Pieces =
    [
        "\"", "\"\"", ",", ";", "|", "\t", "\n", "\r\n", " ", "\u00A0",
        "#", "'", "=1+1", "a", "B", "0", "-1.5", "1e3", "é", "ß", "日", "😀",
    ];

    private static readonly Gen<string> Text =
        Gen.Int[0, Pieces.Length - 1].Array[0, 8].Select(places => string.Concat(places.Select(place => Pieces[place])));

    private static readonly Gen<string[][]> Tables =
        from width in Gen.Int[1, 5]
        from rows in Text.Array[width].Array[1, 12]
        select rows;

    [Fact]
    public void Texts_written_as_rfc_4180_says_read_back_cell_for_cell() => Property.Holds(Tables, rows =>
    {
        string[] names = [.. Enumerable.Range(0, rows[0].Length).Select(i => $"column {i}")];
        CsvOptions options = new() { Header = HeaderMode.Yes, ColumnTypes = names.ToDictionary(name => name, _ => ColumnType.Category) };

        Table table = TemporaryFile.Read(string.Concat(rows.Prepend(names).Select(Record)), options);

        // Spaces around a text are not part of it.
        IEnumerable<string[]> trimmed = rows.Select(row => Array.ConvertAll(row, text => text.Trim()));
        Assert.Equal(trimmed, Enumerable.Range(0, table.RowCount).Select(row => Cells(table, row)));
    });

    private static string[] Cells(Table table, int row) => [.. table.Columns.Select(column => column.TextAt(row))];

    private static string Record(string[] cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"")}\"";
}
