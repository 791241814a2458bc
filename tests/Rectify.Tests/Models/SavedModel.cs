using Rectify.Data;
using Rectify.Models;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Models;

/// <summary>A model of a small table with a missing cell and a category, in a folder that lives as long as the test.</summary>
internal sealed class SavedModel : IDisposable
{
    private static readonly string[] Colours = ["red", "grün", "blue \"dark\""];

    private readonly string _folder = Directory.CreateTempSubdirectory("rectify").FullName;

    public SavedModel(NetworkDesign? design = null, string target = "class", string? loss = null)
    {
        Table = MakeTable(60);
        TrainOptions options = new() { Design = design ?? new NetworkDesign { Hidden = [6] }, Loss = loss, Epochs = 3, Threads = 1 };
        var training = new TableTraining(Table, target, options);
        training.Run();
        Model = training.Model;
        Path = In("model.safetensors");
        Model.Save(Path);
    }

    public Table Table { get; }
    public Model Model { get; }
    public string Path { get; }

    public string In(string name) => System.IO.Path.Combine(_folder, name);

    public string Write(string name, ReadOnlySpan<byte> content)
    {
        File.WriteAllBytes(In(name), content);
        return In(name);
    }

    public static Table MakeTable(int rows) => new(
        "table.csv",
        new NumberColumn("size", [.. Enumerable.Range(0, rows).Select(i => i % 11 == 3 ? float.NaN : i * 17 % 23 + 0.5f)]),
        new CategoryColumn("colour", Enumerable.Range(0, rows).Select(i => Colours[i * 7 % 3])),
        new NumberColumn("weight", [.. Enumerable.Range(0, rows).Select(i => i * 13 % 31 * 0.1f)]),
        new CategoryColumn("class", Enumerable.Range(0, rows).Select(i => i * 17 % 23 > 11 ? "large" : "small")));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
