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
    /// <summary>How well <paramref name="model"/> does on the rows of <paramref name="source"/>, whose targets must be known.</summary>
    public static Score Score(Model model, SampleSource source, Loss loss, Workers? workers = null)
    {
        var evaluator = new Evaluator(model.Network, source, workers);
        return new Scorer(model.Pipeline.Target, model.Meaning, loss).Score(read => evaluator.ForEachBatch(source, read));
    }

    /// <summary>How well the same outputs for every row do.</summary>
    public Score ScoreConstant(IReadOnlyList<float> outputs, SampleSource source) => Score(read =>
    {
        float[] inputs = new float[source.InputShape.Length], targets = new float[1];
        var batch = new Batch(outputs.ToArray(), new Shape(outputs.Count)) { Count = 1 };
        for (int row = 0; row < source.Count; row++)
        {
            source.Fill([row], inputs, targets);
            read(batch, targets);
        }
    });

    private Score Score(Action<BatchReader> forEachBatch)
        => target.Task == TaskKind.Classification ? ScoreClasses(forEachBatch) : ScoreNumbers(forEachBatch);

    private ClassScore ScoreClasses(Action<BatchReader> forEachBatch)
    {
        int classes = target.Labels.Count, rows = 0;
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
        double lossSum = 0, absolute = 0, squared = 0, sum = 0, squares = 0, first = double.NaN;
        forEachBatch((output, targets) =>
        {
            lossSum += LossOf(output, targets);
            rows += output.Count;
            for (int i = 0; i < output.Count; i++)
            {
                double truth = targets[i], error = output.Row(i)[0] - truth;
                absolute += Math.Abs(error);
                squared += error * error;

                // From the first one on, so that equal targets have a variance of exactly 0.
                if (double.IsNaN(first)) { first = truth; }
                sum += truth - first;
                squares += (truth - first) * (truth - first);
            }
        });

        double variance = squares - sum * sum / rows, r2 = variance > 0 ? 1 - squared / variance : double.NaN;
        return new(rows, lossSum / rows, Math.Sqrt(squared / rows) * target.Deviation, absolute / rows * target.Deviation, r2);
    }

    private double LossOf(Batch output, ReadOnlySpan<float> targets) => loss.Evaluate(output, targets, new float[output.Values.Length]);
}
