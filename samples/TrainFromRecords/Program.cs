using Rectify.Data;
using Rectify.Models;
using Rectify.Training;

Flower[] flowers = Flowers.Measured(300);
Flower[] found = [new(1.4, 0.2, null), new(4.2, 1.3, null), new(6.0, 2.2, null)];

//<readme>
static Table ToTable(IEnumerable<Flower> flowers) => Table.Of(flowers)
    .Number("petal length", flower => flower.PetalLength)
    .Number("petal width", flower => flower.PetalWidth)
    .Category("species", flower => flower.Species)
    .Build();

Model model = TableTraining.Train(ToTable(flowers), "species");
foreach (Prediction prediction in model.Predict(ToTable(found))) { Console.WriteLine($"{prediction.Label} ({prediction.Value:P0})"); }
//</readme>

internal sealed record Flower(double PetalLength, double PetalWidth, string? Species);

/// <summary>Stands for a database: three species whose petals differ in size.</summary>
internal static class Flowers
{
    private static readonly (string Species, double Length, double Width)[] Kinds =
        [("setosa", 1.5, 0.25), ("versicolor", 4.3, 1.3), ("virginica", 5.6, 2.0)];

    public static Flower[] Measured(int count) => [.. Enumerable.Range(0, count).Select(Measure)];

    private static Flower Measure(int i)
    {
        var (species, length, width) = Kinds[i % Kinds.Length];
        double size = 0.85 + 0.3 * (i * 37 % 100) / 100;
        return new(length * size, width * size, species);
    }
}
