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
    // Rows that a constant is held against at once, and fewer of long ones.
    private const int MostRowsAtOnce = 256, NumbersAtOnce = 64 * 1024;

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
    /// <exception cref="OperationCanceledException">An end was asked for between two batches.</exception>
    public Score ScoreConstant(IReadOnlyList<float> outputs, SampleSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(source);
        int targetLength = source.TargetShape.Length;
        int most = Math.Clamp(NumbersAtOnce / (outputs.Count + targetLength), 1, MostRowsAtOnce);
        int[] rows = new int[most];
        float[] targets = new float[most * targetLength];
        Batch batch = new(new float[most * outputs.Count], new Shape(outputs.Count)) { Count = most };
        for (int i = 0; i < batch.Values.Length; i++) { batch.Values[i] = outputs[i % outputs.Count]; }
        return Score(read =>
        {
            for (int start = 0; start < source.Count; start += most)
            {
                cancellation.ThrowIfCancellationRequested();
                batch.Count = Math.Min(most, source.Count - start);
                Span<int> these = rows.AsSpan(0, batch.Count);
                for (int i = 0; i < these.Length; i++) { these[i] = start + i; }
                Span<float> ofThese = targets.AsSpan(0, these.Length * targetLength);
                source.Fill(these, [], ofThese);
                read(batch, ofThese);
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
        float[] gradient = [];
        forEachBatch((output, targets) =>
        {
            sum += LossOf(output, targets, ref gradient);
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
        float[] gradient = [];
        forEachBatch((output, targets) =>
        {
            lossSum += LossOf(output, targets, ref gradient);
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

    /// <param name="output">What was said.</param>
    /// <param name="targets">What is true.</param>
    /// <param name="gradient">Room for what a loss gives besides, kept from batch to batch: of many rows it would be much.</param>
    private double LossOf(Batch output, ReadOnlySpan<float> targets, ref float[] gradient)
    {
        if (gradient.Length < output.Values.Length) { gradient = new float[output.Values.Length]; }
        return _loss.Evaluate(output, targets, gradient.AsSpan(0, output.Values.Length));
    }
}
