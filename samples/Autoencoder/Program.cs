using System.Globalization;
using Rectify.Data;
using Rectify.Health;
using Rectify.Networks;
using Rectify.Training;

// An autoencoder beside principal components of as many numbers, on a folder of images or on a few digits: Autoencoder [folder] [epochs]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int CodeLength = 32;
ImageParts images = args.Length > 0 ? ImageFiles.Read(args[0]) : new(DrawnDigits.Make(seed: 1, count: 1000));
TrainOptions options = new()
{
    Task = TaskKind.Reconstruction, Design = new NetworkDesign { Hidden = [128, CodeLength, 128] },
    Epochs = args.Length > 1 ? int.Parse(args[1]) : 60, Schedule = Schedule.Find("cosine"),
};
ImageTraining training = new(images, options);
training.Run();

double error = Math.Pow(((NumberScore)training.Score(training.Test)).Rmse, 2);
double linear = PrincipalComponents.Of(Rows(training.Training), CodeLength).MeanSquaredError(Rows(training.Test));
foreach (LayerCensus layer in new Census(training.Model.Network, Probe.Draw(training.Training, options.Seed)).Take())
{
    Console.WriteLine($"{layer.Layer}: {layer.Units} units, {100 * layer.Zeros:F1} % of outputs are exactly zero");
}
string better = error < linear ? "the network" : "PCA";
Console.WriteLine($"mean squared error {error:F4}, of {CodeLength} principal components {linear:F4}: less is {better}'s");

static IReadOnlyList<float[]> Rows(SampleSource source)
{
    float[][] rows = [.. Enumerable.Range(0, source.Count).Select(_ => new float[source.InputShape.Length])];
    Parallel.For(0, rows.Length, row => source.Fill([row], rows[row], []));
    return rows;
}
