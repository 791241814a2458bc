using Rectify.Data;
using Rectify.Health;
using Rectify.Training;

namespace Rectify.Tests.Health;

/// <summary>Trains on a table with a monitor watching, and reports.</summary>
internal static class Watched
{
    public static HealthReport Train(Table table, string target, TrainOptions options)
    {
        var training = new TableTraining(table, target, options with { Threads = 1 });
        var monitor = new HealthMonitor(training);
        training.Run([monitor]);
        return monitor.Report();
    }
}
