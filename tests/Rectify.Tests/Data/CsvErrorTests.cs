using System.Text;
using Rectify.Data;

namespace Rectify.Tests.Data;

public sealed class CsvErrorTests
{
    private const string Ragged = " Look there for a missing or spare ',', or a text with ',' in it that needs quotes.";
    private const string Unclosed = "Close the quote, or double a quote that is part of the text.";

    [Fact]
    public void A_file_that_is_not_there_is_named_with_its_neighbour()
    {
        using TemporaryFile file = new("a,b\n1,2\n");
        string path = file.Path.Replace("data", "dat");
        Assert.Equal($"There is no file '{path}'. Did you mean data.csv? Check the path.", Message(path));
    }

    [Fact]
    public void A_folder_is_no_file() => Assert.Contains("is a folder", Message(Path.GetTempPath()));

    [Fact]
    public void A_file_without_permission_is_said_to_be_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "Permissions do not bind this user.");
        using TemporaryFile file = new("a,b\n1,2\n");
        if (!OperatingSystem.IsWindows()) { File.SetUnixFileMode(file.Path, UnixFileMode.None); }
        Assert.Contains("may not be read", Message(file.Path));
    }

    [Theory]
    [InlineData("", "data.csv is empty. A table needs a row of names and rows of cells.")]
    [InlineData("\n\n", "data.csv is empty. A table needs a row of names and rows of cells.")]
    [InlineData("a,b\n", "data.csv has a header and no rows. Add rows, or read its only line as one with --header no.")]
    [InlineData("a,b\n1,2\n\"x\ny\",2\n1,2,3\n", "data.csv line 5 has 3 cells, but the first line has 2." + Ragged)]
    [InlineData("a,b\n1,2\n1\n", "data.csv line 3 has 1 cell, but the first line has 2." + Ragged)]
    [InlineData("a,b\n1,2\n\"3,4\n5,6\n", "data.csv line 3 begins a row whose quotes do not match. " + Unclosed)]
    public void Every_flaw_has_its_sentence(string content, string expected)
    {
        using TemporaryFile file = new(content);
        Assert.Equal(expected, Message(file.Path));
    }

    [Fact]
    public void A_cell_that_is_not_of_the_given_type_is_named()
    {
        using TemporaryFile file = new("age,when\n1,2024-01-01\nold,x\n");
        Assert.Equal(
            "data.csv line 3, column \"age\": \"old\" is not a number. "
            + "Mark it missing with --missing \"old\", or make the column a category with --column-type age=category.",
            Message(file.Path, new() { ColumnTypes = new Dictionary<string, ColumnType> { ["age"] = ColumnType.Number } }));
        Assert.StartsWith(
            "data.csv line 3, column \"when\": \"x\" is not a date such as 2024-12-31, written yyyy-M-d",
            Message(file.Path, new() { ColumnTypes = new Dictionary<string, ColumnType> { ["when"] = ColumnType.Date } }));
    }

    [Fact]
    public void An_option_that_names_no_column_is_answered_with_the_columns()
    {
        using TemporaryFile file = new("age,size\n1,2\n");
        Assert.Equal(
            "data.csv has no column \"agr\", which an option names. Did you mean age? It has: age, size.",
            Message(file.Path, new() { Ignore = ["agr"] }));
    }

    [Fact]
    public void A_line_of_200_MB_fails_fast_in_little_memory()
    {
        using TemporaryFile file = new("");
        using (FileStream stream = File.OpenWrite(file.Path))
        {
            byte[] block = new byte[1 << 20];
            block.AsSpan().Fill((byte)'x');
            for (int i = 0; i < 200; i++) { stream.Write(block); }
        }
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.StartsWith("data.csv line 1 begins a row of over 4,194,304 characters.", Message(file.Path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(100_000)]
    public void Random_bytes_are_no_text(int length)
    {
        byte[] bytes = new byte[length];
        Rectify.Kernels.Philox random = new(seed: 7, Rectify.Kernels.RandomPurpose.Probe);
        for (int i = 0; i < length; i++) { bytes[i] = (byte)random.Bits((ulong)i); }
        using TemporaryFile file = new(bytes);
        Assert.StartsWith("data.csv is not text", Message(file.Path));
    }

    [Fact]
    public void A_zero_byte_far_into_the_file_is_found()
    {
        StringBuilder text = new("a,b\n");
        for (int i = 0; i < 50_000; i++) { text.Append("1,2\n"); }
        using TemporaryFile file = new(text + "\0,2\n");
        Assert.StartsWith("data.csv line 50002 holds a zero byte", Message(file.Path));
    }

    [Theory]
    [InlineData("\0,2\n", 1)]
    [InlineData("a,b\n\0", 2)]
    public void A_zero_byte_at_either_end_is_found(string text, int line)
    {
        using ZeroCheckedText read = new(new StringReader(text), "data.csv");
        Assert.StartsWith(
            $"data.csv line {line} holds a zero byte", Assert.Throws<DataException>(() => read.Read(new char[10], 0, 10)).Message);
    }

    [Fact]
    public void A_gzip_that_is_cut_short_or_altered_is_found()
    {
        StringBuilder text = new("a,b\n");
        for (int i = 0; i < 5_000; i++) { text.Append(i * 7919 % 1000).Append(',').Append(i).Append('\n'); }
        byte[] packed = TemporaryFile.Packed(Encoding.ASCII.GetBytes(text.ToString()));
        byte[] altered = [.. packed];
        altered[packed.Length / 2] ^= 0xFF;
        foreach (byte[] bytes in new[] { packed[..(packed.Length / 2)], packed[..^4], packed[..20], altered })
        {
            using TemporaryFile file = new(bytes, "data.csv.gz");
            Assert.Equal("data.csv.gz is a gzip file that is cut short or damaged. Fetch or pack it again.", Message(file.Path));
        }
    }

    private static string Message(string path, CsvOptions? options = null)
        => Assert.Throws<DataException>(() => CsvTable.Read(path, options)).Message;
}
