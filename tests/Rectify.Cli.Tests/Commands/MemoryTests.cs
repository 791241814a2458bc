using System.Diagnostics;
using System.IO.Compression;

namespace Rectify.Cli.Tests.Commands;

/// <summary>--max-memory: what does not fit is read from a file, to the same result; what cannot fit is refused.</summary>
public sealed class MemoryTests
{
    // The least that is accepted leaves data about 20 MB.
    private const string Least = "100MB";
    private const long LeastBytes = 100_000_000;

    private static readonly string[] Small = ["--hidden", "4", "--batch-size", "1024", "--epochs", "1", "--threads", "1"];

    [Fact]
    public void A_table_that_does_not_fit_trains_to_the_same_model_and_leaves_nothing_behind()
    {
        using Workplace here = new();
        here.Write("wide.csv", Table());
        string[] train = ["train", "wide.csv", "--target", "y", .. Small];
        here.Run([.. train, "--out", "kept"]).Succeeds();
        Ended streamed = Run(here, [.. train, "--out", "streamed", "--max-memory", Least]).Succeeds();

        Assert.Contains("read from a temporary file of 43 MB in ", streamed.Output);
        Assert.Equal(here.Bytes("kept/model.safetensors"), here.Bytes("streamed/model.safetensors"));
        Assert.Contains("temporary file", Run(here, ["evaluate", "kept", "wide.csv", "--max-memory", Least]).Succeeds().Output);
    }

    [Theory]
    [InlineData(false, "is read image by image")]
    [InlineData(true, "read from a temporary file")]
    public void Images_that_do_not_fit_train_to_the_same_model(bool packed, string notice)
    {
        const int Count = 250_000;
        using Workplace here = new();
        byte[] images = Pictures.Idx(Count);
        string name = packed ? "bars-images-idx3-ubyte.gz" : "bars-images-idx3-ubyte";
        here.Write(name, packed ? Packed(images) : images);
        here.Write("bars-labels-idx1-ubyte", Pictures.IdxLabels(Count));
        string[] train = ["train", name, "--model", "mlp", .. Small];
        here.Run([.. train, "--out", "kept"]).Succeeds();
        Assert.Contains(notice, Run(here, [.. train, "--out", "streamed", "--max-memory", Least]).Succeeds().Output);
        Assert.Equal(here.Bytes("kept/model.safetensors"), here.Bytes("streamed/model.safetensors"));
    }

    [Fact]
    public async Task The_whole_process_takes_no_more_than_it_may()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux alone says what a process takes at most.");
        using Workplace here = new();
        here.Write("wide.csv", Table());
        using Process process = here.Start(["train", "wide.csv", "--target", "y", .. Small, "--max-memory", Least]);
        long peak = await PeakMemory.Of(process);
        Workplace.WaitFor(process).Succeeds();
        Assert.InRange(peak, LeastBytes / 4, LeastBytes);
    }

    [Fact]
    public void A_folder_for_temporary_files_that_is_not_there_is_said()
    {
        using Workplace here = new();
        here.Write("wide.csv", Table());
        string sentence = here.Run(["train", "wide.csv", "--target", "y", "--max-memory", Least], Temporary(here.PathOf("absent")))
            .Refuses(ExitCode.Data);
        Assert.Contains("wide.csv does not fit into memory, and ", sentence);
        Assert.EndsWith($"Name a folder with more room in {Variable}, or give more memory.", sentence);
        Assert.Equal(["wide.csv"], here.Entries);
    }

    [Fact]
    public void A_disk_without_room_for_a_temporary_file_is_said()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "Only root of a Linux may make a small disk.");
        using Workplace here = new();
        here.Write("wide.csv", Table());
        Directory.CreateDirectory(here.PathOf("full"));
        Assert.SkipUnless(Ran("mount", "-t", "tmpfs", "-o", "size=1m", "none", here.PathOf("full")), "This root may not mount a disk.");
        try
        {
            string sentence = here.Run(["train", "wide.csv", "--target", "y", "--max-memory", Least], Temporary(here.PathOf("full")))
                .Refuses(ExitCode.Data);
            Assert.Contains("no place for a temporary file of 43 MB", sentence);
        }
        finally { Ran("umount", here.PathOf("full")); }
    }

    [Theory]
    [InlineData("20000,20000", "A network of 400,120,002 parameters needs 1.6 GB of memory, but ")]
    [InlineData("2000,2000", "Training 4,012,002 parameters in batches of 32 needs ")]
    public void A_network_that_does_not_fit_is_refused_before_anything_is_made(string hidden, string complaint)
    {
        using Workplace here = new();
        string sentence = here.Run("train", "moons", "--hidden", hidden, "--max-memory", Least).Refuses(ExitCode.Data);
        Assert.StartsWith(complaint, sentence);
        Assert.Contains("--max-memory", sentence);
        Assert.Empty(here.Entries);
    }

    private static string Variable => OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";

    private static Dictionary<string, string> Temporary(string folder) => new() { [Variable] = folder };

    // With a folder of its own for temporary files, in which nothing of ours is left.
    private static Ended Run(Workplace here, string[] arguments)
    {
        string folder = here.PathOf("temporary");
        Directory.CreateDirectory(folder);
        Ended ended = here.Run(arguments, Temporary(folder));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder, "rectify-*"));
        return ended;
    }

    // 5,400,000 cells of 4 bytes; y is whether the first two digits are more than the third and fourth.
    private static byte[] Table()
    {
        const int Rows = 450_000, Columns = 11;
        using MemoryStream text = new();
        text.Write("a,b,c,d,e,f,g,h,i,j,k,y\n"u8);
        byte[] line = new byte[2 * (Columns + 1)];
        line.AsSpan().Fill((byte)',');
        line[^1] = (byte)'\n';
        uint random = 1;
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                random = random * 1664525 + 1013904223;
                line[2 * column] = (byte)('0' + (random >> 16) % 10);
            }
            line[^2] = (byte)(line[0] + line[2] > line[4] + line[6] ? 'y' : 'n');
            text.Write(line);
        }
        return text.ToArray();
    }

    private static byte[] Packed(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream stream = new(packed, CompressionLevel.Fastest)) { stream.Write(bytes); }
        return packed.ToArray();
    }

    private static bool Ran(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
