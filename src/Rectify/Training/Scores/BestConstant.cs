using Rectify.Data;
using Rectify.Kernels;
using Rectify.Models;

namespace Rectify.Training;

/// <summary>The outputs that always say the majority, or the mean: whose predictions a network's are measured against.</summary>
internal static class BestConstant
{
    /// <summary>
    /// For classes their shares as the outputs say them, so that the likeliest is the majority; for a number 0, its scaled mean.
    /// </summary>
    /// <param name="meaning">What outputs stand for.</param>
    /// <param name="outputs">How many there are.</param>
    /// <param name="classCounts">Training rows of each class; empty for regression.</param>
    public static IReadOnlyList<float> Of(OutputMeaning meaning, int outputs, IReadOnlyList<int> classCounts)
    {
        if (meaning == OutputMeaning.Values) { return new float[outputs]; }

        // Half a row for a class without any keeps its logarithm finite.
        double total = classCounts.Sum();
        double[] shares = [.. classCounts.Select(n => Math.Max(n, 0.5) / total)];
        bool isOfSecond = outputs == 1 && meaning != OutputMeaning.ClassScores;
        return [.. shares.Skip(isOfSecond ? 1 : 0).Take(outputs).Select(share => meaning switch
        {
            OutputMeaning.ClassScores => (float)Math.Log(share),
            OutputMeaning.IndependentScores => Logit(share),
            _ => (float)share,
        })];
    }

    /// <summary>The outputs that make a loss least on some rows; where a row has many targets, their means.</summary>
    /// <remarks>Means, because they need one pass and no copy of all targets, which for images may not fit into memory.</remarks>
    /// <exception cref="OperationCanceledException">An end was asked for between two rows.</exception>
    public static IReadOnlyList<float> ForLoss(Loss loss, SampleSource source, int outputs, CancellationToken cancellation)
        => source.TargetShape.Length == 1
            ? loss.BestConstant(TargetsOf(source, cancellation), outputs)
            : MeansOf(source, cancellation);

    /// <summary>The mean loss of the same outputs for every row.</summary>
    /// <exception cref="ArgumentException">The loss does not take such outputs with such rows.</exception>
    public static double MeanLoss(Loss loss, IReadOnlyList<float> outputs, SampleSource source)
    {
        float[] targets = new float[source.TargetShape.Length], gradient = new float[outputs.Count];
        Batch output = new(outputs.ToArray(), new Shape(outputs.Count)) { Count = 1 };
        double sum = 0;
        for (int row = 0; row < source.Count; row++)
        {
            source.Fill([row], [], targets);
            sum += loss.Evaluate(output, targets, gradient);
        }
        return sum / source.Count;
    }

    /// <summary>How many rows of each class there are.</summary>
    /// <exception cref="OperationCanceledException">An end was asked for between two rows.</exception>
    public static IReadOnlyList<int> CountClasses(SampleSource source, int classes, CancellationToken cancellation)
    {
        int[] counts = new int[classes];
        foreach (float target in TargetsOf(source, cancellation)) { counts[(int)target]++; }
        return counts;
    }

    /// <summary>The targets of all rows, one after the other.</summary>
    private static float[] TargetsOf(SampleSource source, CancellationToken cancellation)
    {
        float[] targets = new float[source.Count];
        for (int row = 0; row < source.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            source.Fill([row], [], targets.AsSpan(row, 1));
        }
        return targets;
    }

    private static float[] MeansOf(SampleSource source, CancellationToken cancellation)
    {
        float[] targets = new float[source.TargetShape.Length];
        double[] sums = new double[targets.Length];
        for (int row = 0; row < source.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            source.Fill([row], [], targets);
            for (int i = 0; i < sums.Length; i++) { sums[i] += targets[i]; }
        }
        return Array.ConvertAll(sums, sum => (float)(sum / source.Count));
    }

    private static float Logit(double share) => (float)Math.Log(share / Math.Max(1 - share, 1e-9));
}
