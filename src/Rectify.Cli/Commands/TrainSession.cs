using System.Globalization;
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
    // An epoch of a small table takes a millisecond, and a disk some to be sure of what it was given.
    private static readonly TimeSpan CheckpointPause = TimeSpan.FromSeconds(1);

    private readonly Terminal _terminal;
    private readonly string _data;
    private readonly TrainRequest _request;
    private readonly ModelTraining _training;
    private BornDeadForecast? _start;

    private TrainSession(Terminal terminal, string data, TrainRequest request, CancellationToken cancellation)
    {
        (_terminal, _data, _request) = (terminal, data, request);
        MemoryLimit.Hold(request.MaxMemory);
        _training = DataSource.Prepare(data, request, cancellation);
    }

    /// <summary>
    /// Reads the data and looks at how the network would start; then says what was found, what will be trained, and what is to be feared
    /// of its start.
    /// </summary>
    /// <exception cref="DataException">The data cannot be read, or not be learned from.</exception>
    /// <exception cref="UsageException">The options do not fit what is learned.</exception>
    public static async Task<TrainSession> Begin(
        Terminal terminal, string data, TrainRequest request, CancellationToken cancellation)
    {
        TrainSession session = await Abandonable.Run(() =>
        {
            TrainSession made = new(terminal, data, request, cancellation);
            made.Foresee(cancellation);
            return made;
        }, cancellation);
        session.Announce();
        return session;
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
        using RunFolder run = RunFolder.Create(_request.Out, DataSource.NameOf(_data), _request.Overwrite);
        run.WritePlan(PlanJson.Of(_data, _request));
        return Train(run, from: null, cancellation);
    }

    /// <summary>Does the rest of a run, and judges, saves and reports as if it had never stopped.</summary>
    /// <param name="run">Its folder.</param>
    /// <param name="from">Where it stopped; null where that was before its first checkpoint.</param>
    /// <param name="cancellation">Asks for an end.</param>
    public int Resume(RunFolder run, Checkpoint? from, CancellationToken cancellation)
    {
        run.WritePlan(PlanJson.OfResumed(run.ReadPlan(), _data, _request, from));
        string where = from is null
            ? "the start: it ended before its first checkpoint"
            : string.Create(CultureInfo.InvariantCulture, $"epoch {from.Epochs}, step {from.Steps:N0}");
        _terminal.Say("resume", $"{run.Path} from {where}");
        return Train(run, from, cancellation);
    }

    private void Foresee(CancellationToken cancellation)
    {
        ulong seed = _request.Options.Seed;
        SampleSource probe = Probe.Draw(_training.Training, seed);
        _start = BornDeadForecast.Of(_training.Model.Network, _training.Initializer, probe, seed, cancellation);
    }

    private void Announce()
    {
        UnusedSetting.Warn(_terminal, _data, _request);
        TrainSummary.Say(_terminal, _training, _request);
        if (_start is { } start && StartLines.IsWorthWarning(start)) { _terminal.Say("start", StartLines.Of(start, _training.Design)); }
    }

    private int Train(RunFolder run, Checkpoint? from, CancellationToken cancellation)
    {
        HealthMonitor monitor = new(_training, _start) { Cancellation = cancellation };
        TrainingResult result;
        using (EventLog log = new(run))
        {
            monitor.Looked += look => log.Write(HealthJson.Of(look));
            monitor.Portrayed += portrait => Record(log, monitor, portrait);
            monitor.Found += finding => Tell(log, finding);
            CheckpointWriter checkpoints = new(run, _request.Options.CheckpointEvery is null ? CheckpointPause : TimeSpan.Zero);
            try { result = _training.Run([monitor, log, checkpoints, new ProgressLine(_terminal, monitor)], cancellation, from); }
            catch (ArgumentException e) when (from is not null) { throw new DataException(e.Message, e); }
            catch (DataException e) when (File.Exists(run.CheckpointPath))
            {
                throw new DataException(
                    $"{e.Message} Nothing up to the last checkpoint is lost: rectify train --resume {run.Path} goes on from there.", e);
            }
        }
        _training.Model.Save(run.ModelPath);

        TrainReport report = TrainReport.Of(_training, result, monitor, cancellation);
        if (report.HasPicture) { ReconstructionPicture.Draw(_training.Model, _training.Judged).Write(run.PicturePath); }
        JsonObject json = report.ToJson(run);
        run.WriteResult(json);
        run.WriteDetails(DetailsJson.Of(report, monitor.Layers));
        string? whyNoReport = ReportFile.TryWrite(run, _terminal.Words);
        if (whyNoReport is not null) { _terminal.Warn($"no {Path.GetFileName(run.ReportPath)} was written: {whyNoReport}"); }
        foreach ((string label, string text) in report.Lines(run, hasPage: whyNoReport is null)) { _terminal.Say(label, text); }
        _terminal.Json(json);
        return result.Reason switch
        {
            StopReason.Diverged => ExitCode.Diverged,
            StopReason.Cancelled => ExitCode.Cancelled,
            _ => ExitCode.Success,
        };
    }

    private void Record(EventLog log, HealthMonitor monitor, Portrait portrait)
    {
        if (portrait.Epoch == 0 && _start is { } start) { log.Write(HealthJson.Of(monitor.Looks[0], start.Signals)); }
        log.Write(HealthJson.Of(portrait));
    }

    // What is wrong with the data or the start was said of them; what comes in training is worth a line at once.
    private void Tell(EventLog log, Finding finding)
    {
        log.Write(HealthJson.EventOf(finding));
        if (finding.Step == 0) { return; }
        _terminal.ClearProgress();
        _terminal.Note(string.Create(CultureInfo.InvariantCulture,
            $"epoch {finding.Epoch}, step {finding.Step:N0}: {HealthLines.Of(finding)}"));
    }
}
