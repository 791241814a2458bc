using Rectify.Data;
using Rectify.Kernels;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>Runs rows through a network in inference mode, batch by batch, in the order they lie.</summary>
public sealed class Evaluator
{
    private const int MostRows = 256;
    private readonly Network _network;
    private readonly Workspace _workspace;
    private readonly float[] _targets, _gradient;
    private readonly int[] _rows;
    private readonly int _targetLength;

    /// <param name="network">The network that is run.</param>
    /// <param name="source">Rows as there will be: their targets have to be as long as those of these.</param>
    /// <param name="workers">The threads that share a pass; the caller alone if null.</param>
    /// <exception cref="ArgumentException">The network does not take such rows.</exception>
    public Evaluator(Network network, SampleSource source, Workers? workers = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(source);
        CheckInputs(network, source);
        (_network, _targetLength) = (network, source.TargetShape.Length);
        _rows = new int[network.BatchWithin(MostRows)];
        _workspace = new(network, WorkspaceKind.Inference, _rows.Length, workers);
        _targets = new float[_rows.Length * _targetLength];
        _gradient = new float[_rows.Length * network.OutputShape.Length];
    }

    /// <summary>The mean loss of all rows; NaN where there are none.</summary>
    /// <exception cref="ArgumentException">The network, or the loss, does not take such rows.</exception>
    /// <exception cref="OperationCanceledException">An end was asked for between two batches.</exception>
    public double MeanLoss(SampleSource source, Loss loss, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(loss);
        double mean = MeanLossUntil(source, loss, cancellation, out int rows);
        return rows == source.Count ? mean : throw new OperationCanceledException(cancellation);
    }

    /// <summary>The mean loss of the rows that are done when an end is asked for; NaN where that is none.</summary>
    internal double MeanLossUntil(SampleSource source, Loss loss, CancellationToken end, out int rows)
    {
        (double sum, int done) = (0, 0);
        BatchReader add = (output, targets) =>
        {
            sum += loss.Evaluate(output, targets, _gradient.AsSpan(0, output.Values.Length));
            done += output.Count;
        };
        try { ForEachBatch(source, add, end); }
        catch (OperationCanceledException) when (end.IsCancellationRequested) { }
        rows = done;
        return sum / done;
    }

    /// <summary>Hands out the network's output and the targets of each batch.</summary>
    /// <exception cref="ArgumentException">The network does not take such rows, or their targets are of another length.</exception>
    /// <exception cref="OperationCanceledException">An end was asked for between two batches.</exception>
    public void ForEachBatch(SampleSource source, BatchReader read, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(read);
        CheckInputs(_network, source);
        if (source.TargetShape.Length != _targetLength)
        {
            throw new ArgumentException(
                $"Targets here are of {_targetLength} numbers, but those of the rows of {source.TargetShape}: make an evaluator for them.");
        }
        for (int start = 0; start < source.Count; start += _rows.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(_rows.Length, source.Count - start);
            Span<int> rows = _rows.AsSpan(0, count);
            for (int i = 0; i < count; i++) { rows[i] = start + i; }

            Span<float> targets = _targets.AsSpan(0, count * source.TargetShape.Length);
            _workspace.Input.Count = count;
            source.Fill(rows, _workspace.Input.Values, targets);
            read(_workspace.Forward(), targets);
        }
    }

    /// <exception cref="ArgumentException">The network takes other samples than there are.</exception>
    internal static void CheckInputs(Network network, SampleSource source)
    {
        if (source.InputShape.Length == network.InputShape.Length) { return; }
        throw new ArgumentException($"The network takes {network.InputShape} numbers per sample, but the data have {source.InputShape}.");
    }
}
