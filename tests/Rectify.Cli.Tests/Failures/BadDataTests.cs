using System.IO.Compression;
using System.Text;

namespace Rectify.Cli.Tests.Failures;

/// <summary>Data that cannot be used: exit 3, a sentence that names the place, and nothing left behind.</summary>
public sealed class BadDataTests
{
    [Fact]
    public void There_is_no_such_file() => Refuses(null, "data.csv");

    [Fact]
    public void A_misspelt_set_is_named()
    {
        using Workplace here = new();
        Assert.Contains("Did you mean moons?", here.Run("train", "mons", "--target", "class").Refuses(ExitCode.Data));
    }

    [Fact]
    public void It_is_a_folder()
    {
        using Workplace here = new();
        Directory.CreateDirectory(here.PathOf("data.csv"));
        Assert.Contains("folder", here.Run("train", "data.csv", "--target", "size").Refuses(ExitCode.Data));
        Assert.Equal(["data.csv"], here.Entries);
    }

    [Fact]
    public void It_is_empty() => Refuses([], "empty");

    [Fact]
    public void It_has_a_header_and_no_rows() => Refuses(Bytes("height,size\n"), "no rows");

    [Fact]
    public void A_row_has_too_many_cells() => Refuses(Bytes(string.Join('\n', [.. Tables.Flowers(), "1,red,low,9"])), "line 62");

    [Fact]
    public void It_is_random_bytes()
    {
        byte[] bytes = new byte[3000];
        for (int i = 0; i < bytes.Length; i++) { bytes[i] = (byte)(i * 7919 >> 3); }
        Refuses(bytes, "data.csv");
    }

    [Fact]
    public void It_is_a_gzip_file_cut_short()
    {
        using MemoryStream packed = new();
        using (GZipStream stream = new(packed, CompressionLevel.Fastest)) { stream.Write(Bytes(string.Join('\n', Tables.Flowers(500)))); }
        Refuses(packed.ToArray()[..^40], "cut short", "data.csv.gz");
    }

    [Fact]
    public void The_target_is_no_column() => Refuses(Bytes(string.Join('\n', Tables.Flowers())), "Did you mean size?", target: "sise");

    [Fact]
    public void The_target_is_constant_and_the_finding_says_so()
    {
        using Workplace here = new();
        here.Write("data.csv", ["a,b", .. Enumerable.Range(0, 30).Select(i => $"{i},yes")]);
        Ended train = here.Run("train", "data.csv", "--target", "b", "--json");
        train.Refuses(ExitCode.Data);
        Assert.Equal("constant-labels", (string?)train.Json["finding"]);
        Assert.Equal(train.Sentence, (string?)train.Json["error"]);
        Assert.Equal(3, (int)train.Json["exit"]!);
        Assert.Equal(["data.csv"], here.Entries);
    }

    [Fact]
    public void Every_row_has_a_class_of_its_own()
    {
        string table = string.Join('\n', ["id,a", .. Enumerable.Range(0, 40).Select(i => $"c{i},{i % 3}")]);
        Refuses(Bytes(table), "\"id\"", target: "id", options: ["--task", "classification"]);
    }

    [Fact]
    public void A_line_of_200_megabytes_fails_at_once_and_in_little_memory()
    {
        using Workplace here = new();
        using (FileStream file = File.Create(here.PathOf("data.csv")))
        {
            file.Write("a,b\n1,"u8);
            byte[] block = Bytes(new string('7', 1 << 20));
            for (int i = 0; i < 200; i++) { file.Write(block); }
        }
        Dictionary<string, string> little = new() { ["DOTNET_GCHeapHardLimit"] = "0x6000000" };
        Assert.Contains("line 2", here.Run(["train", "data.csv", "--target", "b"], little).Refuses(ExitCode.Data));
        Assert.Equal(["data.csv"], here.Entries);
    }

    [Fact]
    public void Cells_that_are_no_finite_number_are_missing_and_counted()
    {
        using Workplace here = new();
        here.Write("data.csv", [.. Tables.Flowers(), "NaN,red,low", "inf,red,tall", "-Infinity,red,tall", "oops,blue,low"]);
        Ended inspect = here.Run("inspect", "data.csv", "--json").Succeeds();
        Assert.Equal("number", (string?)inspect.Json["columns"]![0]!["type"]);
        Assert.Equal(4, (int)inspect.Json["columns"]![0]!["missing"]!);
        Ended train = here.Run("train", "data.csv", "--target", "size", "--epochs", "1").Succeeds();
        Assert.Contains("height", train.Output + train.Error);
        Assert.Contains("missing", train.Output + train.Error);
    }

    private static void Refuses(byte[]? content, string says, string name = "data.csv", string target = "size", params string[] options)
    {
        using Workplace here = new();
        if (content is not null) { here.Write(name, content); }
        foreach (string verb in (string[])["train", "inspect"])
        {
            Assert.Contains(says, here.Run([verb, name, "--target", target, .. options]).Refuses(ExitCode.Data));
            Assert.Equal(content is null ? [] : [name], here.Entries);
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
