using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Data;

namespace Rectify.Training;

/// <summary>Writes a run's events into its folder, a JSON object a line, epoch by epoch; steps are too many to keep.</summary>
public sealed class EventLog : ITrainingObserver, IDisposable
{
    private readonly StreamWriter _writer;

    /// <exception cref="DataException">The file cannot be written.</exception>
    public EventLog(RunFolder run)
    {
        ArgumentNullException.ThrowIfNull(run);
        _writer = Files.AppendText(run.EventsPath);
    }

    public void On(TrainingEvent e)
    {
        JsonObject? line = e switch
        {
            TrainingEvent.Started s => new()
            {
                ["event"] = "started", ["epochs"] = s.Epochs, ["steps_per_epoch"] = s.StepsPerEpoch,
                ["training_rows"] = s.TrainingRows, ["validation_rows"] = s.ValidationRows, ["validation_loss"] = Finite(s.ValidationLoss),
            },
            TrainingEvent.EpochEnded x => new()
            {
                ["event"] = "epoch", ["epoch"] = x.Epoch, ["step"] = x.Step,
                ["training_loss"] = Finite(x.TrainingLoss), ["validation_loss"] = Finite(x.ValidationLoss),
                ["penalty"] = Finite(x.Penalty), ["lr"] = x.LearningRate, ["best_epoch"] = x.BestEpoch, ["seconds"] = x.Seconds,
            },
            TrainingEvent.Diverged d => new()
            {
                ["event"] = "diverged", ["epoch"] = d.Epoch, ["step"] = d.Step, ["layer"] = d.Layer, ["lr"] = d.LearningRate,
            },
            TrainingEvent.Ended end => new()
            {
                ["event"] = "ended", ["reason"] = JsonNamingPolicy.KebabCaseLower.ConvertName(end.Reason.ToString()),
                ["epochs"] = end.Epochs, ["best_epoch"] = end.BestEpoch, ["seconds"] = end.Seconds,
            },
            _ => null,
        };
        if (line is null) { return; }
        _writer.WriteLine(line.ToJsonString());
        _writer.Flush();
    }

    public void Dispose() => _writer.Dispose();

    private static JsonNode? Finite(double value) => double.IsFinite(value) ? value : null;
}
