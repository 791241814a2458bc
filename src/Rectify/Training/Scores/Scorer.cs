using Rectify.Data;
using Rectify.Kernels;
using Rectify.Models;

namespace Rectify.Training;

/// <summary>Judges predictions of a task: a model's, or those of a constant beside which a model must be better.</summary>
/// <param name="target">The task, its labels and its unit.</param>
/// <param name="meaning">What outputs stand for.</param>
/// <param name="loss">The loss of training.</param>
public sealed class Scorer(TargetEncoding target, OutputMeaning meaning, Loss loss)
{
    private readonly TargetEncoding _target = target ?? throw new ArgumentNullException(nameof(target));
    private readonly Loss _loss = loss ?? throw new ArgumentNullException(nameof(loss));

    /// <summary>How well <paramref name="model"/> does on the rows of <paramref name="source"/>, whose targets must be known.</summary>
    /// <exception cref="ArgumentException">The model, or the loss, does not take such rows.</exception>
    /// <exception cref="OperationCanceledException">An end was asked for between two batches.</exception>
    public static Score Score(
        Model model, SampleSource source, Loss loss, Workers? workers = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var evaluator = new Evaluator(model.Network, source, workers);
        return new Scorer(model.Pipeline.Target, model.Meaning, loss).Score(read => evaluator.ForEachBatch(source, read, cancellation));
    }

    /// <summary>How well the same outputs for every row do.</summary>
    /// <exception cref="ArgumentException">There are no outputs, or the loss does not take them with such rows.</exception>
    /// <exception cref="OperationCanceledException">An end was asked for between two rows.</exception>
    public Score ScoreConstant(IReadOnlyList<float> outputs, SampleSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(source);
        float[] targets = new float[source.TargetShape.Length];
        Batch batch = new(outputs.ToArray(), new Shape(outputs.Count)) { Count = 1 };
        return Score(read =>
        {
            for (int row = 0; row < source.Count; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                source.Fill([row], [], targets);
                read(batch, targets);
            }
        });
    }

    private Score Score(Action<BatchReader> forEachBatch)
        => _target.Task == TaskKind.Classification ? ScoreClasses(forEachBatch) : ScoreNumbers(forEachBatch);

    private ClassScore ScoreClasses(Action<BatchReader> forEachBatch)
    {
        int classes = _target.Labels.Count, rows = 0;
        int[][] confusion = [.. Enumerable.Range(0, classes).Select(_ => new int[classes])];
        float[] shares = new float[classes];
        double sum = 0;
        forEachBatch((output, targets) =>
        {
            sum += LossOf(output, targets);
            rows += output.Count;
            for (int i = 0; i < output.Count; i++)
            {
                OutputReader.Shares(meaning, output.Row(i), shares);
                confusion[(int)targets[i]][OutputReader.Likeliest(shares)]++;
            }
        });
        return new(rows, sum / rows, confusion);
    }

    private NumberScore ScoreNumbers(Action<BatchReader> forEachBatch)
    {
        int rows = 0;
        double lossSum = 0, absolute = 0, squared = 0;
        Spread[] truths = [];
        forEachBatch((output, targets) =>
        {
            lossSum += LossOf(output, targets);
            rows += output.Count;
            if (truths.Length == 0) { truths = new Spread[output.Sample.Length]; }
            for (int i = 0; i < targets.Length; i++)
            {
                double error = output.Values[i] - (double)targets[i];
                absolute += Math.Abs(error);
                squared += error * error;
                truths[i % truths.Length].Add(targets[i]);
            }
        });

        double numbers = (double)rows * truths.Length, variance = truths.Sum(t => t.SumOfSquares);
        double r2 = variance > 0 ? 1 - squared / variance : double.NaN;
        return new(rows, lossSum / rows, Math.Sqrt(squared / numbers) * _target.Deviation, absolute / numbers * _target.Deviation, r2);
    }

    private double LossOf(Batch output, ReadOnlySpan<float> targets) => _loss.Evaluate(output, targets, new float[output.Values.Length]);
}
