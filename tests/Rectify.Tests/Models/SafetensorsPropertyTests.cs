using CsCheck;
using Rectify.Models;
using Rectify.Tests.Kernels;

namespace Rectify.Tests.Models;

public sealed class SafetensorsPropertyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rectify").FullName;

    private static readonly Gen<SafetensorsFile.Tensor> Tensors =
        from name in Gen.String
        from shape in Gen.Int[0, 5].Array[0, 4]
        let length = shape.Aggregate(1, (product, n) => product * n)
        from values in Gen.Float.Array[length]
        select new SafetensorsFile.Tensor($"tensor {name}", shape, values);

    private static readonly Gen<SafetensorsFile> Contents =
        from tensors in Tensors.Array[0, 5]
        from texts in Gen.Dictionary(Gen.String, Gen.String)[0, 5]
        select new SafetensorsFile(texts, [.. tensors.DistinctBy(tensor => tensor.Name)]);

    [Fact]
    public void Tensors_and_texts_read_back_bit_for_bit() => Property.Holds(Contents, file =>
    {
        string path = Path.Combine(_folder, "file.safetensors");
        file.Write(path);
        SafetensorsFile read = SafetensorsFile.Read(path);

        Assert.True(read.IsChecked);
        Assert.Equal(file.Texts, read.Texts);
        Assert.Equal(file.Tensors.Select(tensor => tensor.Name), read.Tensors.Select(tensor => tensor.Name));
        Assert.All(file.Tensors.Zip(read.Tensors), pair =>
        {
            Assert.Equal(pair.First.Shape, pair.Second.Shape);
            Assert.True(SampleFloats.SameBits(pair.First.Values.Span, pair.Second.Values.Span));
        });
    });

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
