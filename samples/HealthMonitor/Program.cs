using System.Globalization;
using Rectify.Data;
using Rectify.Health;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Training;

// A network of one's own, trained in steps a hundred times too long, and what the doctor says of it.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Network network = Network.Stack(
    new Shape(2), new Dense(2, 32), new ActivationLayer("relu"), new Dense(32, 16), new ActivationLayer("relu"), new Dense(16, 2));
network.Initialize(Initializer.Parse("he"), seed: 1);
ArraySource rows = Plane(count: 400);
TrainingPlan plan = new() { Loss = new CrossEntropy(), LearningRate = 0.1f, Epochs = 30 };

//<readme>
HealthMonitor monitor = new(network, plan, rows);
new Trainer(network, plan).Fit(rows, validation: null, [monitor]);
HealthReport report = monitor.Report();
//</readme>

foreach (LayerCensus layer in report.Layers)
{
    long?[] since = monitor.Evidence.SilentSince[layer.Layer];
    IEnumerable<int> silent = Enumerable.Range(0, layer.Units).Where(unit => layer.Verdicts[unit] == Verdict.Silent);
    Console.WriteLine($"{layer.Layer}: {silent.Count()} of {layer.Units} units are silent on {layer.Rows} rows");
    foreach (IGrouping<long?, int> units in silent.GroupBy(unit => since[unit]).OrderBy(units => units.Key))
    {
        Console.WriteLine($"    since step {units.Key}: {string.Join(", ", units)}");
    }
}
foreach (Finding finding in report.Findings)
{
    Console.WriteLine($"{finding.Severity} {finding.Rule} {finding.Layer}: {finding.Message} {finding.Advice}");
}
Console.WriteLine($"health: {report.Verdict}, {report.Findings.Count} findings");

// Points on a plane, and whether each is far from the middle.
static ArraySource Plane(int count)
{
    float[] points = new float[2 * count];
    new Philox(seed: 1, RandomPurpose.SyntheticData).FillNormal(points);
    return new(points, [.. points.Chunk(2).Select(point => point[0] * point[0] + point[1] * point[1] > 1.4f ? 1f : 0f)], inputWidth: 2);
}
