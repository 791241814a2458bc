using Rectify.Comparisons;
using Rectify.Data;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Models;
using Rectify.Networks;
using Rectify.Reports.Charts;
using Rectify.Training;

namespace Rectify.Experiments;

/// <summary>Deep ReLU networks with and without sums that go around two layers (He et al. 2016), and no batch normalization.</summary>
/// <param name="Layers">Hidden dense layers, an even number.</param>
/// <param name="Units">Of each.</param>
/// <param name="Epochs">At most.</param>
/// <param name="Start">As --init takes it.</param>
internal sealed record ResidualExhibit(int Layers, int Units, int Epochs, string Start) : IExhibit
{
    public IEnumerable<string> Show(Lab lab)
    {
        double[] plain = [.. lab.SeedList.Select(seed => Accuracy(lab, seed, isResidual: false))];
        double[] residual = [.. lab.SeedList.Select(seed => Accuracy(lab, seed, isResidual: true))];
        PairedDifference difference = PairedDifference.Holm([[.. residual.Zip(plain, (a, b) => a - b)]])[0];
        (string Name, double[] Scores)[] rows = [("plain", plain), ("with residual sums", residual)];

        yield return $"{Layers} hidden layers of {Units} ReLU units on the spirals, `--init {Start}`, {Epochs} epochs, {lab.SeedCount} "
            + "seeds; a sum goes around every two layers of the second.";
        yield return "";
        yield return "| network | test accuracy | 95 % interval |";
        yield return "|---|---|---|";
        foreach ((string name, double[] scores) in rows)
        {
            Interval interval = Interval.OfMean(scores);
            yield return $"| {name} | {NumberText.Of(interval.Mean)} | {NumberText.Of(interval.Low)} to {NumberText.Of(interval.High)} |";
        }
        Interval apart = difference.Interval;
        yield return "";
        yield return $"> {(difference.IsClear ? "The sums make a clear difference" : "No clear difference")}: {NumberText.Of(apart.Mean)} "
            + $"({NumberText.Of(apart.Low)} to {NumberText.Of(apart.High)}).";
        yield return "";
        yield return lab.Figure(new IntervalChart
        {
            Title = $"Test accuracy at {Layers} layers, {Start} start",
            Summary = string.Join("; ", rows.Select(row => $"{row.Name} {NumberText.Of(row.Scores.Average())}")),
            Rows = [.. rows.Select((row, i) => Row(row.Name, row.Scores, i == 0 ? Role.Blue : Role.Vermilion))],
            Kind = "network",
            Along = "accuracy",
            Heads = ("mean", "low", "high", "seed"),
        });
    }

    private static IntervalRow Row(string name, double[] scores, Role role)
    {
        Interval interval = Interval.OfMean(scores);
        return new(name, scores, interval.Mean, interval.Low, interval.High, role);
    }

    private double Accuracy(Lab lab, ulong seed, bool isResidual)
    {
        TableData data = TableData.Make(SyntheticData.Make("spirals", seed), "class", new DataOptions { Seed = seed });
        Network network = Build(data.Pipeline.InputShape, data.Labels.Count, isResidual);
        network.Initialize(Initializer.Parse(Start), seed);
        TrainingPlan plan = new() { Loss = new CrossEntropy(), Epochs = lab.EpochsOf(Epochs), Seed = seed };
        new Trainer(network, plan).Fit(data.Training, data.Validation, cancellation: lab.Cancellation);
        lab.Cancellation.ThrowIfCancellationRequested();
        Model model = new(network, data.Pipeline, OutputMeaning.ClassScores, plan.Loss.Name);
        return Scorer.Score(model, data.Test, plan.Loss, cancellation: lab.Cancellation).Headline;
    }

    private Network Build(Shape input, int outputs, bool isResidual)
    {
        NetworkBuilder builder = new(input);
        builder.Add(new Dense(input.Length, Units)).Add(new ActivationLayer("relu"));
        for (int block = 0; block < (Layers - 1) / 2; block++)
        {
            int before = builder.Last;
            builder.Add(new Dense(Units, Units)).Add(new ActivationLayer("relu")).Add(new Dense(Units, Units));
            if (isResidual) { builder.Add(new Add(), [builder.Last, before]); }
            builder.Add(new ActivationLayer("relu"));
        }
        return builder.Add(new Dense(Units, outputs)).Build();
    }
}
