using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Data;

namespace Rectify.Training;

/// <summary>Writes a run's events into its folder, a JSON object a line, epoch by epoch; steps are too many to keep.</summary>
public sealed class EventLog : ITrainingObserver, IDisposable
{
    private readonly RunFolder _run;
    private FileStream _file;

    /// <exception cref="DataException">The file cannot be written.</exception>
    public EventLog(RunFolder run)
    {
        ArgumentNullException.ThrowIfNull(run);
        _run = run;
        _file = Files.Append(run.EventsPath);
    }

    /// <exception cref="DataException">The file cannot be written any more.</exception>
    public void On(TrainingEvent e)
    {
        if (e is TrainingEvent.Resumed resumed) { DropEpochsAfter(resumed.Checkpoint.Epochs); }
        if (LineOf(e) is { } line) { Write(line); }
    }

    /// <summary>Writes a line of somebody who watches the run, between its own events.</summary>
    /// <param name="line">With its kind as "event".</param>
    /// <exception cref="DataException">The file cannot be written any more.</exception>
    public void Write(JsonObject line)
    {
        ArgumentNullException.ThrowIfNull(line);
        Files.AppendLine(_file, line.ToJsonString());
    }

    public void Dispose() => _file.Dispose();

    private JsonObject? LineOf(TrainingEvent e) => e switch
    {
        // Of a run that goes on, it is there already.
        TrainingEvent.Started s when _file.Length == 0 => new()
        {
            ["event"] = "started", ["epochs"] = s.Epochs, ["steps_per_epoch"] = s.StepsPerEpoch,
            ["training_rows"] = s.TrainingRows, ["validation_rows"] = s.ValidationRows, ["validation_loss"] = Finite(s.ValidationLoss),
        },
        TrainingEvent.Resumed r => new()
        {
            ["event"] = "resumed", ["epoch"] = r.Checkpoint.Epochs, ["step"] = r.Checkpoint.Steps,
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

    // They are told again, and what was seen in them is seen again. A line that a killed process left half-written goes with them.
    private void DropEpochsAfter(int last)
    {
        _file.Dispose();
        string[] lines = Encoding.UTF8.GetString(Files.ReadAllBytes(_run.EventsPath)).Split('\n');
        string kept = string.Concat(lines.Where(line => IsKept(line, last)).Select(line => line + "\n"));
        Files.Replace(_run.EventsPath, stream => stream.Write(Encoding.UTF8.GetBytes(kept)));
        _file = Files.Append(_run.EventsPath);
    }

    private static bool IsKept(string line, int last)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject told
                && ((string?)told["event"] is not ("epoch" or "health" or "portrait" or "finding") || (int)told["epoch"]! <= last);
        }
        catch (JsonException) { return false; }
    }

    private static JsonNode? Finite(double value) => double.IsFinite(value) ? value : null;
}
