using Rectify.Data;
using Rectify.Health;
using Rectify.Training;

namespace Rectify.HealthCases;

/// <summary>A network that is trained with a known fault, or with none.</summary>
/// <param name="Name">What was planted, in a few words.</param>
/// <param name="Command">How to plant it from the command line; empty where that takes a program.</param>
/// <param name="Expected">The rules that name it rightly, any of which may come first; none for a healthy control.</param>
/// <param name="Run">Trains with a seed, watched, and says what was told; null where its data are not there.</param>
internal sealed record HealthCase(string Name, string Command, IReadOnlyList<string> Expected, Func<ulong, CaseOutcome?> Run)
{
    public bool IsControl => Expected.Count == 0;

    /// <summary>A case of a model on data.</summary>
    public static HealthCase Of(string name, string command, IReadOnlyList<string> expected, Func<ulong, ModelTraining?> make) => new(
        name, command, expected, seed =>
        {
            if (make(seed) is not { } training) { return null; }
            SampleSource probe = Probe.Draw(training.Training, seed);
            HealthMonitor monitor = new(training, BornDeadForecast.Of(training.Model.Network, training.Initializer, probe, seed));
            TrainingResult result = training.Run([monitor]);
            return new(monitor.Told, monitor.Report(), result, training.Options.Epochs);
        });
}
