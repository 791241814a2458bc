using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>The machine's limits.</summary>
internal sealed class PeakPart : Part
{
    public override string Name => "peak";

    public override string Summary =>
        "The limits of this machine: multiply-adds in registers, and memory read and written by each thread for itself. A byte that is "
        + "copied is read once and written once, and counts as two; the sum reads two numbers and writes one, three.";

    public override IEnumerable<Table> Tables(IReadOnlyList<Peer> peers)
    {
        foreach (Workers workers in Teams.OneAndTwo())
        {
            string threads = Table.Threads(workers.Threads);
            yield return new($"multiply-add, {threads}", Unit.Operations, [new Row("12 chains in registers", Peak.Of(workers))]);
            yield return new($"memory, {threads}", Unit.Bytes, Memory(workers));
        }
    }

    private static IEnumerable<Row> Memory(Workers workers)
    {
        foreach (int kibibytes in (int[])[64, 4 * 1024, 64 * 1024])
        {
            int length = kibibytes * (1024 / sizeof(float)) * workers.Threads;
            Memory<float> x = Numbers.Uniform(length), y = Numbers.Uniform(length), result = Numbers.Uniform(length);
            string size = kibibytes < 1024 ? $"{kibibytes} KiB" : $"{kibibytes / 1024} MiB";
            yield return new($"copy, {size}", InBytes(Streams.Copy(workers, x, result), 2));
            yield return new($"copy past the caches, {size}", InBytes(Streams.CopyPastCaches(workers, x, result), 2));
            yield return new($"in place, {size}", InBytes(Streams.Rewrite(workers, x), 2));
            yield return new($"sum of two, {size}", InBytes(Streams.Combine(workers, x, y, result), 3));
        }
    }

    private static Contender InBytes(Contender stream, int accesses) => stream.Counting(stream.Work * sizeof(float) * accesses);
}
