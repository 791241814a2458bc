using System.Globalization;
using System.Text.Json.Nodes;
using Rectify.Cli.Output;
using Rectify.Cli.Reports;
using Rectify.Cli.Settings;
using Rectify.Comparisons;
using Rectify.Data;
using Rectify.Training;

namespace Rectify.Cli.Commands;

/// <summary>One comparison from what was asked to what is said of it.</summary>
internal sealed class CompareSession
{
    private readonly Terminal _terminal;
    private readonly CompareRequest _request;
    private readonly Func<TrainRequest, ModelTraining> _prepare;
    private readonly ModelTraining _first;

    private CompareSession(Terminal terminal, CompareRequest request, CancellationToken cancellation)
    {
        (_terminal, _request) = (terminal, request);
        MemoryLimit.Hold(request.Common.MaxMemory);
        _prepare = DataSource.Open(request.Data, request.Common, cancellation);

        // What does not fit the data is said before hours of training, not after.
        _first = _prepare(request.Common);
        foreach (CompareVariant variant in request.Variants.Skip(1))
        {
            cancellation.ThrowIfCancellationRequested();
            _prepare(variant.Request);
        }
    }

    /// <summary>Reads the data, and says what will be compared.</summary>
    /// <exception cref="DataException">The data cannot be read, or not be learned from.</exception>
    /// <exception cref="UsageException">The options of a variant do not fit what is learned.</exception>
    public static async Task<CompareSession> Begin(Terminal terminal, CompareRequest request, CancellationToken cancellation)
    {
        CompareSession session = await Abandonable.Run(() => new CompareSession(terminal, request, cancellation), cancellation);
        session.Announce();
        return session;
    }

    /// <summary>Compares in a new folder.</summary>
    public async Task<int> Compare(string? path, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using ComparisonFolder folder = ComparisonFolder.Create(path, DataSource.NameOf(_request.Data));
        folder.WritePlan(_request.ToPlan());
        return await Compare(folder, cancellation);
    }

    /// <summary>Does the runs that a folder lacks, compares, and reports.</summary>
    public async Task<int> Compare(ComparisonFolder folder, CancellationToken cancellation)
    {
        Comparison comparison = new(Prepare, [.. _request.Variants.Select(v => new Variant(v.Name, v.Request.Options))])
        {
            Seeds = _request.Seeds, LearningRates = _request.LearningRates, Threads = Threads, Store = folder,
        };
        int total = comparison.Trials.Count, before = comparison.Trials.Count(trial => folder.Find(trial) is not null);
        Say(total, before);
        CompareProgress progress = new(_terminal, [.. _request.Variants.Select(v => v.Name)], total, before);
        comparison.Done += progress.On;
        ComparisonResult result;
        try { result = await Task.Run(() => comparison.Run(cancellation), CancellationToken.None); }
        catch (OperationCanceledException)
        {
            _terminal.ClearProgress();
            int done = comparison.Trials.Count(trial => folder.Find(trial) is not null);
            return _terminal.Fail(
                $"Cancelled. {done} of {total} runs are done and kept: rectify compare --resume {folder.Path} goes on.",
                ExitCode.Cancelled);
        }
        catch (DataException e) when (ComparisonFolder.IsComparison(folder.Path))
        {
            throw new DataException($"{e.Message} The runs before are kept: rectify compare --resume {folder.Path} goes on.", e);
        }
        catch (OutOfMemoryException e)
        {
            string what = e is InsufficientMemoryException ? e.Message : $"{ByteSize.Text(MemoryLimit.Bytes)} of memory are not enough.";
            string fewer = Threads > 1 ? " Fewer runs at once need less, too: --threads 1." : "";
            throw new DataException($"{what}{fewer} rectify compare --resume {folder.Path} goes on with what is done.", e);
        }

        CompareReport report = new(_request, result);
        JsonObject json = report.ToJson(folder.Path);
        folder.WriteResult(json);
        _terminal.Show(report.Table(_terminal));
        foreach ((string label, string text) in report.Lines()) { _terminal.Say(label, text); }
        string? whyNoPage = ReportFile.TryWrite(folder, _terminal.Words);
        string page = Path.GetFileName(folder.PagePath);
        if (whyNoPage is not null) { _terminal.Warn($"no {page} was written: {whyNoPage}"); }
        _terminal.Say("wrote", $"{folder.Path}{Path.DirectorySeparatorChar}{(whyNoPage is null ? $"  {page}" : "")}");
        _terminal.Json(json);
        return ExitCode.Success;
    }

    private int Threads => _request.Common.Options.Threads is > 0 and int asked ? asked : Environment.ProcessorCount;

    // The comparison knows a variant by its options; the data's own settings are the same for all.
    private ModelTraining Prepare(TrainOptions options) => _prepare(_request.Common with { Options = options });

    private void Announce()
    {
        UnusedSetting.Warn(_terminal, _request.Data, _request.Common);
        TrainSummary.Say(_terminal, _first, _request.Common);
        if (_first.Test.Count > 0) { return; }
        string rows = _first.Validation.Count > 0 ? "those of validation, by which the best epoch is chosen" : "those that are learned";
        _terminal.Warn($"no rows are held back for a test: scores are of {rows}, and flatter. Leave --test 0 out.");
    }

    private void Say(int total, int before)
    {
        string rates = _request.LearningRates.Count > 0
            ? $" × {_request.LearningRates.Count} learning rates, of which validation chooses"
            : "";
        string done = before > 0 ? $" · {before} are done" : "";
        _terminal.Say("compare", string.Create(CultureInfo.InvariantCulture,
            $"{_request.Variants.Count} variants × {_request.Seeds.Count} seeds{rates} = {total} runs{done}"));
        _terminal.Say(string.Create(CultureInfo.InvariantCulture,
            $"the same splits, seeds and budget for all: seeds {_request.Seeds[0]} to {_request.Seeds[^1]}, {Threads} runs at once"));
    }
}
