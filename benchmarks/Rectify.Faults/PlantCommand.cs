using System.Collections.Concurrent;

namespace Rectify.Faults;

/// <summary>Plants the faults that are asked for, and says which of them no test notices.</summary>
internal static class PlantCommand
{
    private const int MissedStrictly = 1, Cancelled = 130;
    private const string Folder = "artifacts/faults";

    /// <returns>The exit code: 0, 1 where a fault is missed in a strict room, or 130.</returns>
    /// <exception cref="ArgumentException">A name means no file.</exception>
    public static int Run(Request request, CancellationToken cancellation)
    {
        Core core = Core.Read();
        if (request.Names.FirstOrDefault(name => !core.Paths.Any(path => Request.Means(name, path))) is { } unknown)
        {
            throw new ArgumentException(
                $"There is no room and no file '{unknown}' in {Core.Folder}. Say e.g. Kernels/Products or Gemm.cs.");
        }

        Dictionary<string, Fault[]> faults = request.Among(core.Paths).ToDictionary(path => path, path => FaultFinder.In(path, core[path]));
        HarmlessList list = HarmlessList.Read();
        HashSet<Fault> harmless = [.. faults.Values.SelectMany(all => all).Where(list.Holds)];
        foreach (string stale in list.Stale(faults.Keys.ToHashSet())) { Console.WriteLine($"stale    {stale}"); }

        Fault[][] groups =
        [
            .. from file in faults
               let count = request.PerFile ?? RoomCatalog.Of(file.Key).PerFile
               from groupOfFile in Sample.Of(file.Value, count, request.Seed)
               select groupOfFile,
        ];
        Directory.CreateDirectory(Folder);
        IEnumerable<TestProgram> programs
            = Enumerable.Range(1, request.AtOnce).Select(i => new TestProgram(Path.Combine(Folder, $"tests{i}")));
        using ResultLog log = new(Path.Combine(Folder, "results.jsonl"), TestProgram.Built + TestProgram.Name);
        Trial trial = new(new Examiner(core, programs, !request.IsNear), log, harmless);
        ConcurrentBag<Result> results = [];
        try
        {
            Plant(groups, trial, results, request.AtOnce, cancellation);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine(
                $"Cancelled after {results.Count} of {groups.Length}. What was found is kept: the same command goes on.");
            return Cancelled;
        }

        FaultTable table = new(faults, [.. results]);
        Console.WriteLine(table.Text());
        if (request is { Names.Count: 0, IsNear: false }) { FaultPage.WriteFaults(request, table, list); }
        return table.Missed.Any(fault => RoomCatalog.Of(fault.Path).IsStrict) ? MissedStrictly : 0;
    }

    private static void Plant(Fault[][] groups, Trial trial, ConcurrentBag<Result> results, int atOnce, CancellationToken cancellation)
    {
        Progress progress = new(groups.Length);
        ParallelOptions options = new() { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };

        // One by one, in the order of the files: what is known of a room then is measured once, and a run that is ended has whole files.
        Parallel.ForEach(Partitioner.Create(groups, EnumerablePartitionerOptions.NoBuffering), options, group =>
        {
            Result? result = trial.FirstOf(group, cancellation);
            if (result is not null) { results.Add(result); }
            progress.Show(result);
        });
    }
}
