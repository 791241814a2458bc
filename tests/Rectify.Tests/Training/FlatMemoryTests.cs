using System.Globalization;
using Rectify.Data;
using Rectify.Kernels;
using Rectify.Networks;
using Rectify.Tests.Data;
using Rectify.Tests.Data.Images;
using Rectify.Training;

namespace Rectify.Tests.Training;

/// <summary>A long training takes no more memory than a short one; dotnet dev.cs trials flat-memory takes 100,000 steps.</summary>
public sealed class FlatMemoryTests : IDisposable
{
    private const int Rows = 200, BatchSize = 16, Steps = 2000;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(false, null)]
    [InlineData(false, 0L)]
    [InlineData(true, null)]
    [InlineData(true, 0L)]
    public void Two_thousand_steps_allocate_nothing_wherever_the_data_lie(bool areImages, long? mostMemory)
    {
        LearningData data = areImages ? Images(mostMemory) : Table(mostMemory);
        Network network = new NetworkDesign { Channels = areImages ? [3] : [], Hidden = [8] }.Build(data.Pipeline.InputShape, outputs: 2);
        network.Initialize(Initializer.Parse("he"), seed: 1);
        using Workers workers = new(2);
        TrainingSteps steps = new(network, new() { Loss = new CrossEntropy(), BatchSize = BatchSize }, data.Training, workers);
        Take(steps, 100);
        Assert.Equal(0, Allocations.Of(() => Take(steps, Steps)));
    }

    public void Dispose() => _folder.Dispose();

    private static void Take(TrainingSteps steps, int count)
    {
        int epoch = 0;
        for (int step = 0; step < count; step++)
        {
            while (steps.Next() is null)
            {
                steps.EndEpoch();
                steps.BeginEpoch(++epoch);
            }
        }
    }

    private TableData Table(long? mostMemory)
    {
        IEnumerable<string> lines = Enumerable.Range(0, Rows).Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{row * 37 % 101 / 7.0},{(row % 3 == 0 ? "red" : "blue")},{(row * 37 % 101 > 50 ? "a" : "b")}"));
        using TemporaryFile file = new(string.Join('\n', lines.Prepend("amount,colour,class")));
        return TableData.Make(CsvTable.Read(file.Path, new() { MostMemory = mostMemory }), "class", new());
    }

    private ImageData Images(long? mostMemory)
    {
        const int Side = 8;
        byte[] pixels = [.. Enumerable.Range(0, Rows * Side * Side).Select(at => (byte)(at * 31 / 7))];
        string path = _folder.Write("train-images-idx3-ubyte", SampleFiles.Idx(0x803, [Rows, Side, Side], pixels));
        _folder.Write("train-labels-idx1-ubyte", SampleFiles.IdxLabels([.. Enumerable.Range(0, Rows).Select(i => (byte)(i % 2))]));
        ImageParts parts = ImageFiles.Read(path, new() { MostMemory = mostMemory });
        return ImageData.Make(parts, new() { Augmentation = Augmentation.Parse("shift=1") });
    }
}
