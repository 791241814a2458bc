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

        Fault[][][] files =
        [
            .. from file in faults
               select Sample.Of(file.Value, request.PerFile ?? RoomCatalog.Of(file.Key).PerFile, request.Seed).ToArray(),
        ];
        Directory.CreateDirectory(Folder);
        IEnumerable<TestProgram> programs
            = Enumerable.Range(1, request.AtOnce).Select(i => new TestProgram(Path.Combine(Folder, $"tests{i}")));
        using ResultLog log = new(Path.Combine(Folder, "results.jsonl"), TestProgram.Built + TestProgram.Name);
        byte[] right = core.Compile() ?? throw new InvalidOperationException($"{Core.Folder} does not compile: build it first.");
        Trial trial = new(core, new Examiner(right, programs, !request.IsNear), log, harmless);
        ConcurrentBag<Result> results = [];
        try
        {
            Plant(files, trial, results, request.AtOnce, cancellation);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine(
                $"Cancelled after {results.Count} faults. What was found is kept: the same command goes on.");
            return Cancelled;
        }

        FaultTable table = new(faults, [.. results]);
        Console.WriteLine(table.Text());
        if (request.Writes || request is { Names.Count: 0, IsNear: false }) { FaultPage.WriteFaults(request, table, list); }
        return table.Missed.Any(fault => RoomCatalog.Of(fault.Path).IsStrict) ? MissedStrictly : 0;
    }

    private static void Plant(Fault[][][] files, Trial trial, ConcurrentBag<Result> results, int atOnce, CancellationToken cancellation)
    {
        Progress progress = new(files.Sum(file => file.Length));
        ParallelOptions options = new() { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };

        // In the order of the files, so that a run that is ended has whole rooms.
        Parallel.ForEach(Partitioner.Create(files, EnumerablePartitionerOptions.NoBuffering), options, file =>
        {
            foreach (Result? result in trial.InFile(file, cancellation))
            {
                if (result is not null) { results.Add(result); }
                progress.Show(result);
            }
        });
    }
}
