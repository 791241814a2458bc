namespace Rectify.Cli.Settings;

/// <summary>How the run is carried out, and where it is kept.</summary>
internal static class RunSettings
{
    /// <summary>What the limit on memory does, which other commands have as well.</summary>
    public const string MaxMemoryHelp =
        "The most memory to take: 500MB, 2GB. Data that do not fit into half of it are read from a file as they are needed, which "
        + "changes no bit of the result. By itself what the machine, its container or its shell gives.";

    public static IReadOnlyList<Setting> All { get; } =
    [
        new("--seed", "number", "42", "Where all random numbers come from: the same seed gives the same model, bit for bit.",
            (r, t) => r.With(o => o with { Seed = t.Seed() })) { InCompare = Comparability.Same },
        new("--threads", "count", null, "Threads, where not one per core. They change no bit of the result.",
            (r, t) => r.With(o => o with { Threads = t.Whole(1, most: 1024) }))
            { OnResume = Resumption.Free, InCompare = Comparability.Same },
        new("--checkpoint-every", "steps", null,
            "Steps after which the run is saved, to be resumed from there. By itself an epoch, and at most once a second.",
            (r, t) => r.With(o => o with { CheckpointEvery = t.Whole(1) })) { InCompare = Comparability.Absent },
        new("--max-memory", "size", null, MaxMemoryHelp, (r, t) => r with { MaxMemory = t.Size(MemoryLimit.Least) })
            { OnResume = Resumption.Free, InCompare = Comparability.Same },
        new("--out", "folder", null, "The run folder itself, where not the next of runs/0001-name, runs/0002-name, …",
            (r, t) => r with { Out = t.NotEmpty("a folder") }) { IsOfOneRun = true, InCompare = Comparability.Absent },
        new("--overwrite", "", null, "Replaces the run that --out holds.", (r, _) => r with { Overwrite = true })
            { IsOfOneRun = true, InCompare = Comparability.Absent },
    ];
}
