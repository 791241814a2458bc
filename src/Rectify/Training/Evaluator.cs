using Rectify.Data;
using Rectify.Kernels;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>Runs rows through a network in inference mode, batch by batch, in the order they lie.</summary>
public sealed class Evaluator
{
    private const int MostRows = 256;
    private readonly Workspace _workspace;
    private readonly float[] _targets, _gradient;
    private readonly int[] _rows;

    public Evaluator(Network network, SampleSource source, Workers? workers = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(source);
        _rows = new int[network.BatchWithin(MostRows)];
        _workspace = new(network, WorkspaceKind.Inference, _rows.Length, workers);
        _targets = new float[_rows.Length * source.TargetShape.Length];
        _gradient = new float[_rows.Length * network.OutputShape.Length];
    }

    /// <summary>The mean loss of all rows; NaN where there are none.</summary>
    public double MeanLoss(SampleSource source, Loss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        double sum = 0;
        ForEachBatch(source, (output, targets) => sum += loss.Evaluate(output, targets, _gradient.AsSpan(0, output.Values.Length)));
        return sum / source.Count;
    }

    /// <summary>Hands out the network's output and the targets of each batch.</summary>
    public void ForEachBatch(SampleSource source, BatchReader read)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(read);
        for (int start = 0; start < source.Count; start += _rows.Length)
        {
            int count = Math.Min(_rows.Length, source.Count - start);
            Span<int> rows = _rows.AsSpan(0, count);
            for (int i = 0; i < count; i++) { rows[i] = start + i; }

            Span<float> targets = _targets.AsSpan(0, count * source.TargetShape.Length);
            _workspace.Input.Count = count;
            source.Fill(rows, _workspace.Input.Values, targets);
            read(_workspace.Forward(), targets);
        }
    }
}
