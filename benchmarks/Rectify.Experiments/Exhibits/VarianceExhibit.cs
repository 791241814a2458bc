using System.Globalization;
using Rectify.Activations;
using Rectify.Data;
using Rectify.Health;
using Rectify.Networks;
using Rectify.Reports.Charts;

namespace Rectify.Experiments;

/// <summary>What goes into each layer of a deep network before the first step: its mean square, by start, beside theory.</summary>
/// <param name="Depth">Hidden layers.</param>
/// <param name="Units">Of each.</param>
/// <param name="Starts">As --init takes them.</param>
internal sealed record VarianceExhibit(int Depth, int Units, params string[] Starts) : IExhibit
{
    private static readonly int[] Shown = [1, 2, 5, 10, 20, 30];
    private static readonly Role[] Roles = [Role.Blue, Role.Vermilion, Role.Green, Role.Purple];

    public IEnumerable<string> Show(Lab lab)
    {
        TableData data = TableData.Make(SyntheticData.Make("spirals", seed: 42), "class", new DataOptions { Seed = 42 });
        int outputs = data.Labels.Count;
        NetworkDesign design = new() { Hidden = [.. Enumerable.Repeat(Units, Depth)], Activation = Activation.Parse("relu") };
        (string Start, double[] Measured, double[] Theory)[] rows = [.. Starts.Select(start =>
        {
            Network network = design.Build(data.Pipeline.InputShape, outputs);
            Initializer initializer = Initializer.Parse(start);
            network.Initialize(initializer, seed: 42);
            StartForecast forecast = StartForecast.Of(network, initializer, data.Training, seed: 42, lab.Cancellation);
            return (start, forecast.Layers.Select(l => l.MeanSquare).ToArray(), forecast.Layers.Select(l => l.TheoryMeanSquare).ToArray());
        })];

        int[] layers = [.. Shown.Where(layer => layer <= Depth)];
        yield return $"The mean square of what goes into each of {Depth} ReLU layers of {Units} units, the expectation over starts, on the "
            + "spirals; in brackets what theory says.";
        yield return "";
        yield return $"| start | {string.Join(" | ", layers.Select(layer => $"layer {layer}"))} |";
        yield return $"|---|{string.Concat(layers.Select(_ => "---|"))}";
        foreach ((string start, double[] measured, double[] theory) in rows)
        {
            yield return $"| {start} | {string.Join(" | ", layers.Select(l
                => $"{NumberText.Of(measured[l - 1])} ({NumberText.Of(theory[l - 1])})"))} |";
        }
        yield return "";
        yield return lab.Figure(new LineChart
        {
            Title = "Mean square of pre-activations by depth",
            Summary = string.Join("; ", rows.Select(row => string.Create(CultureInfo.InvariantCulture,
                $"{row.Start} {NumberText.Of(row.Measured[0])} → {NumberText.Of(row.Measured[^1])}"))),
            Series = [.. rows.Select((row, i) => new Series(
                row.Start, [.. row.Measured.Select((value, layer) => (layer + 1.0, value))], Roles[i]))],
            Along = "layer",
            IsLogarithmic = true,
            TakesWidth = true,
        });
    }
}
