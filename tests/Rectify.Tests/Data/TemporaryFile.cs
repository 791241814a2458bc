using System.IO.Compression;
using System.Text;
using Rectify.Data;

namespace Rectify.Tests.Data;

/// <summary>A file that lives as long as a test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rectify").FullName;

    public TemporaryFile(byte[] content, string name = "data.csv")
    {
        Path = System.IO.Path.Combine(_folder, name);
        File.WriteAllBytes(Path, content);
    }

    public TemporaryFile(string content, Encoding? encoding = null)
        : this([.. (encoding ?? PlainUtf8).GetPreamble(), .. (encoding ?? PlainUtf8).GetBytes(content)])
    {
    }

    private static Encoding PlainUtf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public string Path { get; }

    public static Table Read(string content, CsvOptions? options = null)
    {
        using TemporaryFile file = new(content);
        return CsvTable.Read(file.Path, options);
    }

    public static byte[] Packed(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream stream = new(packed, CompressionLevel.Fastest)) { stream.Write(content); }
        return packed.ToArray();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
