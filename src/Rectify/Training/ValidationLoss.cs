using Rectify.Data;
using Rectify.Kernels;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>The mean loss of the validation rows, which a run that is asked to end measures only as far as a moment allows.</summary>
internal sealed class ValidationLoss(Network network, SampleSource rows, Loss loss, Workers workers, CancellationToken cancellation)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.5);

    private readonly Evaluator _evaluator = new(network, rows, workers);

    /// <summary>How many rows there are.</summary>
    public int Count => rows.Count;

    /// <summary>Measures it; null where the moment passed before the first rows were done.</summary>
    /// <param name="isWhole">Whether all rows count, and not only the first of them.</param>
    public double? Measure(out bool isWhole)
    {
        using CancellationTokenSource end = new();
        using CancellationTokenRegistration _ = cancellation.Register(() => end.CancelAfter(Moment));
        double mean = _evaluator.MeanLossUntil(rows, loss, end.Token, out int done);
        isWhole = done == rows.Count;
        return done == 0 ? null : mean;
    }
}
