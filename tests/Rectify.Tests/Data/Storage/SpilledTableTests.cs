using System.Globalization;
using Rectify.Data;
using Rectify.Models;
using Rectify.Networks;
using Rectify.Tests.Models;
using Rectify.Training;

namespace Rectify.Tests.Data.Storage;

/// <summary>A table whose cells lie in a temporary file is, but for the notice, the table in memory.</summary>
public sealed class SpilledTableTests : IDisposable
{
    private static readonly CsvOptions InFile = new() { MostMemory = 0 };

    private readonly TemporaryFile _file = new(string.Join('\n', Lines(400)));

    [Fact]
    public void Every_column_is_the_same()
    {
        Table inMemory = CsvTable.Read(_file.Path), inFile = CsvTable.Read(_file.Path, InFile);
        Assert.Equal(inMemory.Notices, inFile.Notices.Skip(1));
        Assert.All(inMemory.Columns.Zip(inFile.Columns), pair =>
        {
            (Column kept, Column read) = pair;
            Assert.Equal((kept.Name, kept.Type, kept.Count), (read.Name, read.Type, read.Count));
            Assert.Equal((kept.MissingCount, kept.DistinctCount), (read.MissingCount, read.DistinctCount));
            Assert.Equal(Enumerable.Range(0, kept.Count).Select(kept.TextAt), Enumerable.Range(0, kept.Count).Select(read.TextAt));
            Assert.Equal(kept.Cells.Read().ToArray(), read.Cells.Read().ToArray());
        });
    }

    [Theory]
    [InlineData("class", null)]
    [InlineData("amount", null)]
    [InlineData("zip", TaskKind.Regression)]
    [InlineData("class", TaskKind.Reconstruction)]
    public void Training_makes_the_same_model_file(string target, TaskKind? task)
        => Assert.Equal(ModelOf(CsvOptions.Default, target, task), ModelOf(InFile, target, task));

    [Fact]
    public void Predictions_and_scores_are_the_same()
    {
        using SavedModel saved = new();
        using TemporaryFile rows = new("size,weight,colour,class\n1.5,0.2,red,large\n,3,grün,small\n7,1,violet,large\n");
        TablePipeline pipeline = (TablePipeline)saved.Model.Pipeline;
        BoundTable Bind(long? mostMemory) => pipeline.Bind(CsvTable.Read(rows.Path, pipeline.CsvOptions with { MostMemory = mostMemory }));
        Assert.Equal(
            saved.Model.Predict(Bind(null)).Select(prediction => prediction.Shares),
            saved.Model.Predict(Bind(0)).Select(prediction => prediction.Shares));
        Assert.Equal([0, 1, 0], Enumerable.Range(0, 3).Select(Bind(0).TargetAt));
    }

    [Fact]
    public void Encoding_a_batch_allocates_nothing()
    {
        SampleSource rows = TableData.Make(CsvTable.Read(_file.Path, InFile), "class", new()).Training;
        int[] batch = [5, 3, 100, 3];
        float[] inputs = new float[batch.Length * rows.InputShape.Length], targets = new float[batch.Length];
        rows.Fill(batch, inputs, targets);
        Assert.Equal(0, Allocations.Of(() => rows.Fill(batch, inputs, targets)));
    }

    public void Dispose() => _file.Dispose();

    private byte[] ModelOf(CsvOptions options, string target, TaskKind? task)
    {
        NetworkDesign design = new() { Hidden = [6], Dropout = 0.1f };
        TableTraining training = new(
            CsvTable.Read(_file.Path, options), target, new() { Task = task, Design = design, Epochs = 2, Threads = 1 });
        training.Run();
        using TemporaryFile model = new([], "model.safetensors");
        training.Model.Save(model.Path);
        Assert.IsType<TablePipeline>(Model.Load(model.Path).Pipeline);
        return File.ReadAllBytes(model.Path);
    }

    // A column of each type with cells that are missing or invalid, an identifier, and a column that says nothing.
    private static IEnumerable<string> Lines(int rows)
    {
        yield return "id,amount,colour,day,zip,same,class";
        for (int row = 0; row < rows; row++)
        {
            string amount = row % 13 == 0 ? "?" : row == 60 ? "inf" : (row * 37 % 101 / 7.0).ToString(CultureInfo.InvariantCulture);
            string colour = row % 17 == 0 ? "" : row % 90 == 1 ? $"seldom{row}" : row % 3 == 0 ? "red" : "blue";
            string day = row % 19 == 0 ? "NA" : $"2024-0{row % 9 + 1}-{row % 28 + 1:00}";
            yield return $"{row},{amount},{colour},{day},{row * 7 % 30},x,{(row * 37 % 101 > 50 ? "a" : "b")}";
        }
    }
}
