namespace Rectify.Trials;

/// <summary>Trains on data larger than all the addresses that the process is given, 4 GiB of them.</summary>
internal abstract class LargerThanMemory : ITrial
{
    private const long Addresses = 4L << 30;

    // A network that is small beside its data, and batches that are large.
    private static readonly string[] Options = ["--hidden", "16", "--batch-size", "4096", "--epochs", "1", "--json", "--out", "run"];

    public abstract string Name { get; }
    public abstract string Summary { get; }

    /// <summary>"1,000 images".</summary>
    protected abstract string What { get; }

    /// <summary>How many bytes the data would take in memory.</summary>
    protected abstract long InMemory { get; }

    /// <summary>How many bytes of disk are needed, temporary files included.</summary>
    protected abstract long OnDisk { get; }

    /// <summary>What is typed behind rectify train to learn them.</summary>
    protected abstract string[] Arguments { get; }

    public IEnumerable<Outcome> Run(Progress progress, CancellationToken cancellation)
    {
        using WorkFolder folder = new();
        string promise = $"{Size.Text(InMemory)}, {What}, train where {Size.Text(Addresses)} of addresses are given (ulimit -v)";
        if (!OperatingSystem.IsLinux() || folder.Free < OnDisk)
        {
            yield return new(promise, $"not tried: it takes Linux, and {Size.Text(OnDisk)} of disk in {Path.GetTempPath()}", IsKept: false);
            yield break;
        }
        Make(folder, progress, cancellation);
        CommandRun run = CommandRun.Of(folder, Addresses, ["train", .. Arguments, .. Options], progress, cancellation);
        double? loss = (double?)run.Json?["metrics"]?["test"]?["loss"];
        bool isTrained = run.ExitCode == 0 && loss is { } finite && double.IsFinite(finite);
        string end = isTrained ? $"test loss {loss:F4}" : $"exit code {run.ExitCode}: {run.Error}";
        yield return new(promise, $"{end}, {run.Time.TotalSeconds:F0} s", isTrained);
        yield return new("it takes less memory than addresses", $"{Size.Text(run.Peak)} resident at most", run.Peak < Addresses);
        string[] left = [.. Directory.EnumerateFiles(folder.Path, "rectify-*").Select(path => Path.GetFileName(path))];
        yield return new("no temporary file is left", left.Length == 0 ? "none" : string.Join(", ", left), left.Length == 0);
    }

    /// <summary>Writes the data.</summary>
    protected abstract void Make(WorkFolder folder, Progress progress, CancellationToken cancellation);
}
