using Rectify.Data;
using Rectify.Models;
using Rectify.Training;

string folder = Directory.CreateTempSubdirectory().FullName;
string csv = Path.Combine(folder, "moons.csv"), file = Path.Combine(folder, "moons.safetensors");
WriteMoons(csv);

// Which columns are numbers, which are categories, how they are scaled: all that is found, and kept in the model.
Table table = CsvTable.Read(csv);
TableTraining training = new(table, "class", new TrainOptions { Epochs = 60, Seed = 1 });
TrainingResult result = training.Run();
Console.WriteLine($"{result.Epochs} epochs; accuracy on rows held back {training.Score(training.Test).Headline:P1}");

training.Model.Save(file);
Model model = Model.Load(file);

// One model serves many threads at once, each with buffers of its own.
string?[][] answers = new string?[4][];
Parallel.For(0, answers.Length, thread => answers[thread] = [.. model.Predict(table).Select(prediction => prediction.Label)]);
bool agree = answers.All(labels => labels.SequenceEqual(answers[0]));
Console.WriteLine($"{answers.Length} threads, {table.RowCount} rows each, all agree: {agree}");

Directory.Delete(folder, recursive: true);

static void WriteMoons(string path)
{
    Table moons = SyntheticData.Make("moons", seed: 1, count: 400);
    File.WriteAllLines(path,
    [
        string.Join(',', moons.Columns.Select(column => column.Name)),
        .. Enumerable.Range(0, moons.RowCount).Select(row => string.Join(',', moons.Columns.Select(column => column.TextAt(row)))),
    ]);
}
