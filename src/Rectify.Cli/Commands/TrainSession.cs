using System.Text.Json.Nodes;
using Rectify.Cli.Output;
using Rectify.Cli.Reports;
using Rectify.Cli.Settings;
using Rectify.Data;
using Rectify.Health;
using Rectify.Models;
using Rectify.Training;

namespace Rectify.Cli.Commands;

/// <summary>One training from what was asked to what is said of it: the part that train and demo share.</summary>
internal sealed class TrainSession
{
    private readonly Terminal _terminal;
    private readonly string _data;
    private readonly TrainRequest _request;
    private readonly ModelTraining _training;

    /// <exception cref="DataException">The data cannot be read, or not be learned from.</exception>
    /// <exception cref="UsageException">The options do not fit what is learned.</exception>
    public TrainSession(Terminal terminal, string data, TrainRequest request, CancellationToken cancellation)
    {
        (_terminal, _data, _request) = (terminal, data, request);
        MemoryLimit.Hold(request.MaxMemory);
        _training = DataSource.Prepare(data, request, cancellation);
    }

    /// <summary>Says what was found in the data, and what will be trained.</summary>
    public void Announce()
    {
        UnusedSetting.Warn(_terminal, _data, _request);
        TrainSummary.Say(_terminal, _training, _request);
    }

    /// <summary>Ends before training.</summary>
    public int Stop()
    {
        _terminal.Say("dry run", "nothing was trained and nothing written");
        _terminal.Json(new JsonObject
        {
            ["dry_run"] = true,
            ["task"] = _training.Data.Task.ToString().ToLowerInvariant(),
            ["parameters"] = _training.Model.Network.ParameterCount,
            ["model"] = TrainSummary.Network(_training),
        });
        return ExitCode.Success;
    }

    /// <summary>Trains, judges, saves and reports.</summary>
    public int Train(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        RunFolder run = RunFolder.Create(_request.Out, RunName(), _request.Overwrite);
        run.WritePlan(PlanJson.Of(_data, _request));

        HealthMonitor monitor = new(_training.Model.Network, _training.Training, _request.Options.Seed);
        TrainingResult result;
        using (EventLog log = new(run))
        {
            result = _training.Run([monitor, log, new ProgressLine(_terminal, monitor)], cancellation);
        }
        _training.Model.Save(run.ModelPath);

        TrainReport report = TrainReport.Of(_training, result, monitor, _request.Options);
        if (report.HasPicture) { ReconstructionPicture.Draw(_training.Model, _training.Judged).Write(run.PicturePath); }
        JsonObject json = report.ToJson(run);
        run.WriteResult(json);
        foreach ((string label, string text) in report.Lines(run)) { _terminal.Say(label, text); }
        _terminal.Json(json);
        return result.Reason switch
        {
            StopReason.Diverged => ExitCode.Diverged,
            StopReason.Cancelled => ExitCode.Cancelled,
            _ => ExitCode.Success,
        };
    }

    private string RunName()
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_data)));
        return name.Contains('.') ? name[..name.IndexOf('.')] : name;
    }
}
