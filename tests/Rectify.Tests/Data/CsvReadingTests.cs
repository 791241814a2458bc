using System.Text;
using Rectify.Data;

namespace Rectify.Tests.Data;

public sealed class CsvReadingTests
{
    private const string Simple = "name,size\nana,1.5\nbo,2\n";

    public static TheoryData<string> Separators => [",", ";", "\t", "|"];

    [Theory]
    [MemberData(nameof(Separators))]
    public void The_separator_is_found(string separator)
    {
        Table table = TemporaryFile.Read(Simple.Replace(",", separator));
        Assert.Equal(["name", "size"], table.Columns.Select(column => column.Name));
        Assert.Equal(2f, Numbers(table, "size")[1]);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "utf-16BE", "windows-1252", "utf-16-bare"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_found(string name)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-bom" => new UTF8Encoding(true),
            "utf-16" => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            "utf-16BE" => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            "utf-16-bare" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };
        using TemporaryFile file = new("größe,preis\nklein,1€\ngroß,2€\n", encoding);
        Table table = CsvTable.Read(file.Path);
        Assert.Equal("größe", table.Columns[0].Name);
        Assert.Equal("2€", table.FindColumn("preis").TextAt(1));
    }

    // Only the line ends and separators hold zero bytes.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_mark_tells_of_Utf16_whatever_the_script(bool bigEndian)
    {
        using TemporaryFile file = new("名前;大きさ\n東京;大\n大阪;中\n", new UnicodeEncoding(bigEndian, byteOrderMark: true));
        Assert.Equal("大阪", CsvTable.Read(file.Path).FindColumn("名前").TextAt(1));
    }

    // Of ten bytes each in even and in odd places.
    [Theory]
    [InlineData(0, 0, "utf-8")]
    [InlineData(0, 8, "utf-16")]
    [InlineData(8, 0, "utf-16BE")]
    [InlineData(0, 7, null)]
    [InlineData(7, 0, null)]
    [InlineData(1, 8, null)]
    [InlineData(8, 1, null)]
    public void Zeros_in_nearly_every_other_byte_tell_of_Utf16(int evenZeros, int oddZeros, string? encoding)
    {
        byte[] start = [.. Enumerable.Range(0, 20).Select(i => (byte)(i / 2 < (i % 2 == 0 ? evenZeros : oddZeros) ? 0 : 'a'))];
        Assert.Equal(encoding, TextEncoding.Detect(start)?.WebName);
    }

    [Theory]
    [InlineData(0x01), InlineData(0x1F), InlineData(0x7F)]
    public void Of_a_hundred_bytes_of_text_at_most_one_is_a_control_character(byte control)
    {
        byte[] text = Encoding.ASCII.GetBytes("\t\r\n\f" + new string('a', 95));
        Assert.Equal(TextEncoding.StrictUtf8, TextEncoding.Detect([control, .. text]));
        Assert.Null(TextEncoding.Detect([control, .. text[1..]]));
    }

    [Fact]
    public void A_byte_that_is_not_Utf8_far_into_the_file_is_read_too()
    {
        StringBuilder text = new("city,size\n");
        for (int i = 0; i < 20_000; i++) { text.Append("Bern,").Append(i % 7).Append('\n'); }
        using TemporaryFile file = new(text + "Zürich,3\n", Encoding.Latin1);
        Table table = CsvTable.Read(file.Path);
        Assert.Equal("Zürich", table.Columns[0].TextAt(20_000));
        Assert.Contains(table.Notices, notice => notice.Text.Contains("Windows-1252"));
    }

    [Fact]
    public void A_line_without_an_end_shows_the_separator()
        => Assert.Equal(2, TemporaryFile.Read("1;2", new() { Header = HeaderMode.No }).Columns.Count);

    [Fact]
    public void Quotes_hold_separators_line_ends_and_quotes()
    {
        Table table = TemporaryFile.Read("text,n\n\"a,b\",1\n\"two\nlines\",2\n\"a \"\"word\"\"\",3\n");
        Assert.Equal(["a,b", "two\nlines", "a \"word\""], ((CategoryColumn)table.Columns[0]).Labels);
    }

    [Theory]
    [InlineData("1,2,0\n3,4,1\n", "1")]
    [InlineData("5.1,setosa\n4.9,setosa\n", "1")]
    [InlineData("p,x\ne,x\np,y\n", "1")]
    [InlineData("5,x\na,x\n", "1")]
    [InlineData("1,2\n", "1")]
    [InlineData("a,b\n1,x\n", "a")]
    [InlineData("city,land\nBern,CH\nRome,IT\n", "city")]
    [InlineData("day,n\n2024-01-01,3\n", "day")]
    public void A_header_is_told_from_data(string text, string firstName)
        => Assert.Equal(firstName, TemporaryFile.Read(text).Columns[0].Name);

    [Fact]
    public void What_is_said_of_the_header_wins()
    {
        Assert.Equal("p", TemporaryFile.Read("p,x\ne,x\n", new() { Header = HeaderMode.Yes }).Columns[0].Name);
        Assert.Equal(2, TemporaryFile.Read("a,b\n1,x\n", new() { Header = HeaderMode.No }).RowCount);
    }

    [Fact]
    public void Columns_type_themselves()
    {
        Table table = TemporaryFile.Read("n,c,d,b\n1,x,2024-01-31,true\n2.5,y,2023-12-01 10:30:00,false\n-3e2,x,2024-02-29,true\n");
        ColumnType[] expected = [ColumnType.Number, ColumnType.Category, ColumnType.Date, ColumnType.Category];
        Assert.Equal(expected, table.Columns.Select(column => column.Type));
        Assert.Equal("2024-02-29", table.FindColumn("d").TextAt(2));
    }

    [Fact]
    public void Missing_texts_are_missing_in_any_case()
    {
        Table table = TemporaryFile.Read("n,c\n1,a\n,b\nna,N/a\n#N/A,null\n ? ,NIL\n-99,unknown\n", new() { Missing = ["-99", "Unknown"] });
        Assert.Equal(5, table.FindColumn("n").MissingCount);
        Assert.Equal(4, table.FindColumn("c").MissingCount);
        Assert.Empty(table.Notices);
    }

    [Fact]
    public void NaN_infinity_and_unparsable_cells_count_as_missing_with_a_count_said()
    {
        IEnumerable<string> cells = Enumerable.Range(0, 30)
            .Select(i => i switch { 3 => "NaN", 5 => "inf", 7 => "oops", 9 => "1e300", 11 => "", _ => $"{i}.5" });
        // A second column, so that an empty cell is not a blank line.
        Table table = TemporaryFile.Read("x,y\n" + string.Concat(cells.Select(cell => $"{cell},1\n")));
        NumberColumn column = (NumberColumn)table.Columns[0];
        Assert.Equal((5, 4), (column.MissingCount, column.InvalidCount));
        Assert.Equal("counted as missing: 4 cells of x without a finite number (first \"NaN\", line 5)", Assert.Single(table.Notices).Text);
    }

    [Fact]
    public void Many_unparsable_cells_make_a_category()
        => Assert.Equal(ColumnType.Category, TemporaryFile.Read("x\n1\n2\n3\nA4\n5\n").Columns[0].Type);

    [Fact]
    public void Semicolons_between_cells_let_commas_stand_in_numbers()
        => Assert.Equal([1.5f, 2.25f, 0.5f], Numbers(TemporaryFile.Read("a;b\n1,5;x\n2,25;y\n,5;z\n"), "a"));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_number_with_a_comma_has_at_most_64_characters(int length, bool isNumber)
        => Assert.Equal(isNumber, CellParser.TryNumber("1," + new string('0', length - 2), decimalComma: true, out _));

    [Theory]
    [InlineData("31.01.2024", "01.02.2024", "2024-02-01")]
    [InlineData("1.1.2024", "1.2.2024", "2024-02-01")]
    [InlineData("01/31/2024", "02/01/2024", "2024-02-01")]
    [InlineData("31/01/2024", "01/02/2024", "2024-02-01")]
    [InlineData("31-Jan-2024", "1-Feb-2024", "2024-02-01")]
    [InlineData("2024/01/31", "2024/02/01T00:00:00Z", "2024-02-01")]
    public void A_column_shows_how_its_days_are_written(string first, string second, string expected)
        => Assert.Equal(expected, TemporaryFile.Read($"d,n\n{first},1\n{second},2\n").FindColumn("d").TextAt(1));

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_day_has_8_to_40_characters_with_its_time(int length, bool mayBeDate)
        => Assert.Equal(mayBeDate, DateFormats.MayBeDate(new string('1', length)));

    [Theory]
    [InlineData(99, ColumnType.Date)]
    [InlineData(100, ColumnType.Category)]
    public void Behind_a_hundred_texts_days_are_not_looked_for(int texts, ColumnType expected)
    {
        string[] cells = [.. Enumerable.Repeat("later", texts), .. Enumerable.Repeat("2024-01-31", 1000)];
        Assert.Equal(expected, TemporaryFile.Read($"d\n{string.Join('\n', cells)}").Columns[0].Type);
    }

    [Fact]
    public void What_days_leave_open_and_cells_without_a_day_are_said()
    {
        Assert.Equal(
            "days of d are read as M/d/yyyy (keep them as texts: --column-type d=category)",
            Assert.Single(TemporaryFile.Read("d,n\n01/02/2024,1\n03/04/2024,2\n").Notices).Text);

        string[] cells = [.. Enumerable.Range(1, 20).Select(day => day == 7 ? "soon" : $"2024-01-{day}")];
        Table table = TemporaryFile.Read($"d\n{string.Join('\n', cells)}");
        Assert.Equal(["2024-01-06", "", "2024-01-08"], Enumerable.Range(5, 3).Select(table.Columns[0].TextAt));
        Assert.Equal(
            "counted as missing: 1 cell of d without a day written yyyy-M-d (first \"soon\", line 8)", Assert.Single(table.Notices).Text);
    }

    [Fact]
    public void Duplicate_and_empty_names_are_replaced_and_said()
    {
        Table table = TemporaryFile.Read(",x,x\n1,2,3\n");
        Assert.Equal(["1", "x", "x_2"], table.Columns.Select(column => column.Name));
        Assert.Equal(2, table.Notices.Count);
    }

    [Fact]
    public void Ignored_columns_are_not_read()
    {
        Table table = TemporaryFile.Read("a,b\n1,2\n", new() { Ignore = ["a"] });
        Assert.Equal("b", Assert.Single(table.Columns).Name);
        Assert.Equal(["a"], table.IgnoredColumns);
    }

    [Fact]
    public void Gzip_is_known_by_its_bytes_and_may_have_several_members()
    {
        byte[] first = TemporaryFile.Packed("a,b\n1,2\n"u8.ToArray()), second = TemporaryFile.Packed("3,4\n"u8.ToArray());
        using TemporaryFile file = new([.. first, .. second], "packed.txt");
        Assert.Equal([1f, 3f], Numbers(CsvTable.Read(file.Path), "a"));

        // Its second byte is that of every gzip file.
        using TemporaryFile plain = new("a‹,b\n1,2\n", TextEncoding.Windows1252);
        Assert.Equal([1f], Numbers(CsvTable.Read(plain.Path), "a‹"));
    }

    [Theory]
    [InlineData("a,b\r\n1,2\r\n\r\n3,4")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("\n\na,b\n1,2\n  \n3,4\n\n")]
    public void Line_ends_and_blank_lines_do_not_matter(string text) => Assert.Equal([1f, 3f], Numbers(TemporaryFile.Read(text), "a"));

    [Fact]
    public void A_hundred_thousand_rows_take_memory_for_their_typed_cells()
    {
        const int Rows = 100_000;
        StringBuilder text = new("a,b,c\n");
        for (int i = 0; i < Rows; i++) { text.Append($"{i}.{i % 10},some label {i % 5},{i % 100}\n"); }
        using TemporaryFile file = new(text.ToString());

        CsvTable.Read(file.Path);
        long before = GC.GetAllocatedBytesForCurrentThread();
        CsvTable.Read(file.Path);
        // Three columns of 4 bytes a cell; the rest is buffers.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, Rows * 12, Rows * 12 + 3_000_000);
    }

    private static float[] Numbers(Table table, string name) => ((NumberColumn)table.FindColumn(name)).Values.ToArray();
}
