using Rectify.Activations;
using Rectify.Comparisons;
using Rectify.Data;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Reports.Charts;
using Rectify.Training;

namespace Rectify.Experiments;

/// <summary>The slopes that PReLU learns, layer by layer, beside 0.25 where they start (He et al. 2015).</summary>
/// <param name="Layers">Hidden layers.</param>
/// <param name="Units">Of each.</param>
/// <param name="Epochs">At most.</param>
internal sealed record SlopesExhibit(int Layers, int Units, int Epochs) : IExhibit
{
    public IEnumerable<string> Show(Lab lab)
    {
        // A row a seed, a number a layer.
        double[][] slopes = [.. lab.SeedList.Select(seed => SlopesOf(lab, seed))];
        IntervalRow[] rows = [.. Enumerable.Range(0, Layers).Select(layer =>
        {
            double[] ofSeeds = [.. slopes.Select(one => one[layer])];
            Interval interval = Interval.OfMean(ofSeeds);
            return new IntervalRow($"layer {layer + 1}", ofSeeds, interval.Mean, interval.Low, interval.High, Role.Blue);
        })];
        yield return $"{Layers} hidden layers of {Units} units on the spirals, {Epochs} epochs, {lab.SeedCount} seeds: the mean of a "
            + "layer's slopes. They start at 0.25.";
        yield return "";
        yield return "| layer | mean slope | 95 % interval |";
        yield return "|---|---|---|";
        foreach (IntervalRow row in rows)
        {
            yield return $"| {row.Name} | {NumberText.Of(row.Mean)} | {NumberText.Of(row.Low)} to {NumberText.Of(row.High)} |";
        }
        yield return "";
        yield return lab.Figure(new IntervalChart
        {
            Title = "Slopes that PReLU learned",
            Summary = string.Join("; ", rows.Select(row => $"{row.Name} {NumberText.Of(row.Mean)}")),
            Rows = rows,
            Kind = "layer",
            Along = "mean slope",
            Heads = ("mean", "low", "high", "seed"),
        });
    }

    private double[] SlopesOf(Lab lab, ulong seed)
    {
        TableTraining training = new(SyntheticData.Make("spirals", seed), "class", new TrainOptions
        {
            Design = new() { Hidden = [.. Enumerable.Repeat(Units, Layers)], Activation = Activation.Parse("prelu") },
            Epochs = lab.EpochsOf(Epochs), Seed = seed,
        });
        training.Run(cancellation: lab.Cancellation);
        lab.Cancellation.ThrowIfCancellationRequested();
        return
        [
            .. training.Model.Network.Nodes.SelectMany(node => node.Layer.Parameters).Where(p => p.Role == ParameterRole.Slope)
                .Select(p => p.Value.ToArray().Average(slope => (double)slope)),
        ];
    }
}
