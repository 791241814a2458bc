using System.Buffers.Binary;
using System.Text;
using Rectify.Data;
using Rectify.Kernels;
using Rectify.Models;

namespace Rectify.Tests.Models;

public sealed class ModelFileTests
{
    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_refused_in_a_sentence()
    {
        using var saved = new SavedModel();
        byte[] bytes = File.ReadAllBytes(saved.Path);
        IEnumerable<int> spread = Enumerable.Range(0, 200).Select(i => (int)((long)bytes.Length * i / 200));
        foreach (int length in Enumerable.Range(0, 40).Concat(spread).Append(bytes.Length - 1))
        {
            Assert.EndsWith(".", Refusal(saved.Write("cut.safetensors", bytes.AsSpan(0, length))));
        }
        Assert.Contains("is cut off", Refusal(saved.Write("cut.safetensors", bytes.AsSpan(0, bytes.Length - 1))));
    }

    [Fact]
    public void A_byte_that_is_flipped_anywhere_is_noticed()
    {
        using var saved = new SavedModel();
        byte[] bytes = File.ReadAllBytes(saved.Path);
        for (int i = 0; i < bytes.Length; i++)
        {
            // All of the length and of the header's texts, and a sample of the numbers.
            if (i > 3000 && i % 7 != 0) { continue; }
            foreach (int flip in (int[])[0x01, 0x80])
            {
                bytes[i] ^= (byte)flip;
                Assert.EndsWith(".", Refusal(saved.Write("flipped.safetensors", bytes), $"byte {i}"));
                bytes[i] ^= (byte)flip;
            }
        }
    }

    [Fact]
    public void A_changed_weight_is_called_altered()
    {
        using var saved = new SavedModel();
        byte[] bytes = File.ReadAllBytes(saved.Path);
        bytes[^1] ^= 1;

        Assert.Contains("was altered after it was saved", Refusal(saved.Write("altered.safetensors", bytes)));
    }

    [Fact]
    public void A_model_whose_checksum_was_taken_out_is_refused()
    {
        using var saved = new SavedModel();
        byte[] bytes = File.ReadAllBytes(saved.Path);
        bytes.AsSpan(bytes.AsSpan().IndexOf("\"sha256\""u8) + 1, 6).Fill((byte)'x');

        Assert.Contains("it lacks its checksum", Refusal(saved.Write("unchecked.safetensors", bytes)));
    }

    [Fact]
    public void A_newer_version_asks_for_an_update()
    {
        using var saved = new SavedModel();
        SafetensorsFile file = SafetensorsFile.Read(saved.Path);
        string newer = saved.In("newer.safetensors");
        (file with { Texts = new Dictionary<string, string>(file.Texts) { ["version"] = "2" } }).Write(newer);

        Assert.Equal($"{newer} is of version 2, newer than version 1 that this program reads. Update Rectify.", Refusal(newer));
    }

    [Theory]
    [InlineData("network")]
    [InlineData("pipeline")]
    [InlineData("meaning")]
    [InlineData("loss")]
    public void A_text_that_is_missing_or_senseless_is_refused(string key)
    {
        using var saved = new SavedModel();
        SafetensorsFile file = SafetensorsFile.Read(saved.Path);
        (file with { Texts = file.Texts.Where(t => t.Key != key).ToDictionary() }).Write(saved.In("lacking.safetensors"));
        Assert.Contains($"it lacks its {key}", Refusal(saved.In("lacking.safetensors")));
        if (key == "loss") { return; }

        foreach (string text in (string[])["", "null", "[]", "{}", "7", "nonsense"])
        {
            (file with { Texts = new Dictionary<string, string>(file.Texts) { [key] = text } }).Write(saved.In("senseless.safetensors"));
            Assert.EndsWith(".", Refusal(saved.In("senseless.safetensors"), $"{key} {text}"));
        }
    }

    [Fact]
    public void A_tensor_that_is_missing_or_of_another_size_is_refused()
    {
        using var saved = new SavedModel();
        SafetensorsFile file = SafetensorsFile.Read(saved.Path);
        (file with { Tensors = [.. file.Tensors.Skip(1)] }).Write(saved.In("lacking.safetensors"));
        SafetensorsFile.Tensor small = new(file.Tensors[0].Name, [2], new float[2]);
        (file with { Tensors = [small, .. file.Tensors.Skip(1)] }).Write(saved.In("short.safetensors"));

        Assert.Contains("it lacks the tensor dense1.weight", Refusal(saved.In("lacking.safetensors")));
        Assert.Contains("dense1.weight has 2 numbers", Refusal(saved.In("short.safetensors")));
    }

    [Fact]
    public void A_safetensors_file_of_something_else_is_told_from_a_model()
    {
        using var saved = new SavedModel();
        Dictionary<string, string> texts = new() { ["format"] = "pt" };
        new SafetensorsFile(texts, [new("weight", [2, 2], new float[4])]).Write(saved.In("other.safetensors"));
        byte[] foreignBytes = Safetensors("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", new byte[4]);
        byte[] halfBytes = Safetensors("""{"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}""", new byte[4]);
        string foreign = saved.Write("foreign.safetensors", foreignBytes), half = saved.Write("half.safetensors", halfBytes);

        Assert.Contains("is a safetensors file, but not a model of Rectify", Refusal(saved.In("other.safetensors")));
        Assert.Contains("is a safetensors file, but not a model of Rectify", Refusal(foreign));
        Assert.Contains("tensor a is of type F16, but only F32 is read", Refusal(half));
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4000000000000000000]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4000000000,4000000000,4],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":7,"shape":[1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":"x","data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""")]
    [InlineData("""{"a":3}""")]
    [InlineData("""{"a":null}""")]
    [InlineData("""{"__metadata__":{"format":{}}}""")]
    [InlineData("""{"__metadata__":[]}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("{}x")]
    [InlineData("{")]
    public void A_malformed_header_is_refused(string header)
    {
        using var saved = new SavedModel();

        Assert.EndsWith(".", Refusal(saved.Write("malformed.safetensors", Safetensors(header, new byte[4]))));
    }

    [Fact]
    public void What_is_no_model_at_all_is_refused()
    {
        using var saved = new SavedModel();
        var random = new Philox(1, RandomPurpose.SyntheticData);
        for (int file = 0; file < 50; file++)
        {
            byte[] bytes = [.. Enumerable.Range(0, 8 * file).Select(i => (byte)random.Bits((ulong)(1000 * file + i)))];
            Assert.Contains("is not a model", Refusal(saved.Write("random.bin", bytes)));
        }
        Assert.Contains("is not a model", Refusal(saved.Write("data.csv", "a,b\n1,2\n"u8)));
        Assert.StartsWith("There is no file ", Refusal(saved.In("missing.safetensors")));
        Assert.EndsWith(" is a folder, not a file.", Refusal(Path.GetDirectoryName(saved.Path)!));
    }

    [Fact]
    public void A_place_that_cannot_be_written_leaves_nothing_behind()
    {
        using var saved = new SavedModel();
        string place = Path.Combine(saved.In("no such folder"), "model.safetensors");

        Assert.Contains("cannot be written", Assert.Throws<DataException>(() => saved.Model.Save(place)).Message);
        Assert.False(Directory.Exists(saved.In("no such folder")));
        Assert.Equal([saved.Path], Directory.GetFileSystemEntries(Path.GetDirectoryName(saved.Path)!));
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_leaves_nothing_behind()
    {
        using var saved = new SavedModel();
        string folder = Directory.CreateDirectory(saved.In("taken")).FullName;

        Assert.Contains("cannot be written", Assert.Throws<DataException>(() => saved.Model.Save(folder)).Message);
        Assert.False(File.Exists(folder + ".part"));
    }

    private static string Refusal(string path, string what = "")
    {
        Exception? refusal = Record.Exception(() => Model.Load(path));
        Assert.True(refusal is not null, $"{what} was accepted");
        return Assert.IsType<DataException>(refusal).Message;
    }

    private static byte[] Safetensors(string header, byte[] data)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, Encoding.UTF8.GetByteCount(header));
        return [.. length, .. Encoding.UTF8.GetBytes(header), .. data];
    }
}
