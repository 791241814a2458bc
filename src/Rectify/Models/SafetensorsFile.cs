using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Data;

namespace Rectify.Models;

/// <summary>
/// Named tensors and texts in one file: the length of a JSON header (8 bytes, little endian), the header, then the
/// numbers as little-endian float32. Any safetensors reader opens it; a checksum in the texts tells ours whether it is whole.
/// </summary>
internal sealed record SafetensorsFile(IReadOnlyDictionary<string, string> Texts, IReadOnlyList<SafetensorsFile.Tensor> Tensors)
{
    private const string MetadataKey = "__metadata__", ChecksumKey = "sha256";

    // A header is a few kilobytes; a length beyond this comes from a file that is something else.
    private const long LongestHeader = 256L << 20;

    public sealed record Tensor(string Name, IReadOnlyList<int> Shape, ReadOnlyMemory<float> Values);

    /// <summary>Whether the file it was read from held a checksum, and the right one. Files of others hold none.</summary>
    public bool IsChecked { get; private init; }

    /// <summary>Writes beside the file and renames, so that an interrupted write leaves the old file or none.</summary>
    /// <exception cref="DataException">The place cannot be written to.</exception>
    public void Write(string path)
    {
        var header = new JsonObject();
        var metadata = new JsonObject();
        foreach ((string key, string value) in Texts) { metadata[key] = value; }
        metadata[ChecksumKey] = Checksum();
        header[MetadataKey] = metadata;
        long offset = 0;
        foreach (Tensor tensor in Tensors)
        {
            long end = offset + sizeof(float) * (long)tensor.Values.Length;
            header[tensor.Name] = new JsonObject
            {
                ["dtype"] = "F32",
                ["shape"] = new JsonArray([.. tensor.Shape.Select(n => (JsonNode)n)]),
                ["data_offsets"] = new JsonArray(offset, end),
            };
            offset = end;
        }

        string json = header.ToJsonString();
        byte[] text = Encoding.UTF8.GetBytes(json.PadRight(json.Length + (8 - Encoding.UTF8.GetByteCount(json) % 8) % 8));
        Files.Replace(path, stream =>
        {
            Span<byte> length = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
            stream.Write(length);
            stream.Write(text);
            foreach (Tensor tensor in Tensors) { stream.Write(LittleEndian(tensor.Values.Span)); }
        });
    }

    /// <exception cref="DataException">There is no such file, or it is truncated, altered or something else.</exception>
    public static SafetensorsFile Read(string path)
    {
        byte[] bytes = Files.ReadAllBytes(path);
        long headerLength = bytes.Length > sizeof(long) ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : -1;
        if (headerLength is < 2 or > LongestHeader || bytes[sizeof(long)] != '{')
        {
            throw new DataException($"{path} is not a model: it does not begin like a safetensors file.");
        }
        if (headerLength > bytes.Length - sizeof(long)) { throw Truncated(path); }

        JsonObject header = ParseHeader(path, bytes.AsSpan(sizeof(long), (int)headerLength));
        Dictionary<string, string> texts = [];
        List<Tensor> tensors = [];
        ReadOnlySpan<byte> data = bytes.AsSpan(sizeof(long) + (int)headerLength);
        try
        {
            foreach ((string key, JsonNode? value) in header)
            {
                if (key == MetadataKey) { foreach ((string name, JsonNode? text) in value!.AsObject()) { texts[name] = (string)text!; } }
                else { tensors.Add(ReadTensor(path, key, value!.AsObject(), data)); }
            }
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException or FormatException
            or OverflowException or ArgumentException)
        {
            throw new DataException($"{path} is not a model that can be read: its header is malformed.", e);
        }

        bool isChecked = texts.Remove(ChecksumKey, out string? checksum);
        var file = new SafetensorsFile(texts, tensors) { IsChecked = isChecked };
        if (isChecked && checksum != file.Checksum())
        {
            throw new DataException(
                $"{path} was altered after it was saved: its checksum does not fit. Train again, or take an unchanged copy.");
        }
        return file;
    }

    private static JsonObject ParseHeader(string path, ReadOnlySpan<byte> text)
    {
        try { return JsonNode.Parse(text)!.AsObject(); }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            throw new DataException($"{path} is not a model: its header is not JSON.", e);
        }
    }

    private static Tensor ReadTensor(string path, string name, JsonObject entry, ReadOnlySpan<byte> data)
    {
        int[] shape = [.. entry["shape"]!.AsArray().Select(n => (int)n!)];
        (long from, long to) = ((long)entry["data_offsets"]![0]!, (long)entry["data_offsets"]![1]!);
        if ((string)entry["dtype"]! != "F32")
        {
            throw new DataException($"{path}: tensor {name} is of type {entry["dtype"]}, but only F32 is read.");
        }
        if (to > data.Length) { throw Truncated(path); }
        if (from < 0 || to < from || to - from != sizeof(float) * shape.Aggregate(1L, (product, n) => checked(product * n)))
        {
            throw new DataException($"{path} is not a model that can be read: tensor {name} does not have the size its shape says.");
        }

        float[] values = new float[(to - from) / sizeof(float)];
        data = data[(int)from..];
        for (int i = 0; i < values.Length; i++) { values[i] = BinaryPrimitives.ReadSingleLittleEndian(data[(i * sizeof(float))..]); }
        return new(name, shape, values);
    }

    // Over texts in order of their names, then tensors in order of theirs: a reader may list them in any order.
    private string Checksum()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string key, string value) in Texts.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{key}\0{value}\0"));
        }
        foreach (Tensor tensor in Tensors.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{tensor.Name}\0{string.Join('x', tensor.Shape)}\0"));
            hash.AppendData(LittleEndian(tensor.Values.Span));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static ReadOnlySpan<byte> LittleEndian(ReadOnlySpan<float> values)
    {
        if (BitConverter.IsLittleEndian) { return MemoryMarshal.AsBytes(values); }
        byte[] bytes = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++) { BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]); }
        return bytes;
    }

    private static DataException Truncated(string path)
        => new($"{path} is cut off: it is shorter than its header says. Take a whole copy, or train again.");
}
