namespace Rectify.Benchmarks;

/// <summary>Rows that share a unit and, mostly, a limit. They are made one by one, so that only one holds its memory at a time.</summary>
internal sealed record Table(string Title, Unit Unit, IEnumerable<Row> Rows)
{
    /// <summary>"1 thread", "2 threads": every title ends so.</summary>
    public static string Threads(int threads) => threads == 1 ? "1 thread" : $"{threads} threads";
}
