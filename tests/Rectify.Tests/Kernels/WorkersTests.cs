using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class WorkersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void EveryPartRunsExactlyOnce(int threads)
    {
        using Workers workers = new(threads);
        int[] runs = new int[40];
        for (int repetition = 1; repetition <= 5_000; repetition++)
        {
            int parts = repetition % runs.Length;
            Array.Clear(runs);
            workers.Run(new Count(runs), parts);
            Assert.True(runs.AsSpan(..parts).IndexOfAnyExcept(1) < 0 && runs.AsSpan(parts..).IndexOfAnyExcept(0) < 0);
        }
    }

    [Fact]
    public void AThreadTakesItsPartsFromTheFirstOnAndOthersFromTheLast()
    {
        PartRange range = default;
        Assert.False(range.TryTakeFirst(out _));
        Assert.False(range.TryTakeLast(out _));
        range.Set(3, 6);
        Assert.True(range.TryTakeFirst(out int first));
        Assert.True(range.TryTakeLast(out int last));
        Assert.True(range.TryTakeLast(out int middle));
        Assert.Equal((3, 5, 4), (first, last, middle));
        Assert.False(range.TryTakeFirst(out _));
        Assert.False(range.TryTakeLast(out _));
    }

    [Fact]
    public void AThreadThatSleepsIsWoken()
    {
        using Workers workers = new(2);
        for (int repetition = 0; repetition < 20; repetition++)
        {
            Thread.Sleep(2);
            using Barrier barrier = new(2);
            workers.Run(new Meet(barrier), 2);
        }
    }

    [Fact]
    public void AThreadWithoutWorkSleeps()
    {
        using Workers workers = new(3);
        workers.Run(new Count(new int[9]), 9);

        Assert.True(SpinWait.SpinUntil(() => workers.Asleep == 2, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void AnExceptionOfAPartReachesTheCallerAndTheTeamWorksOn()
    {
        using Workers workers = new(3);
        int[] runs = new int[10];
        for (int repetition = 0; repetition < 100; repetition++)
        {
            Exception thrown = Assert.Throws<InvalidOperationException>(() => workers.Run(new Fail(), 10));
            Assert.Equal("part 7", thrown.Message);
        }
        workers.Run(new Count(runs), 10);
        Assert.All(runs, count => Assert.Equal(1, count));
    }

    [Fact]
    public void AJobInsideAPartRunsToo()
    {
        using Workers workers = new(2);
        int[] runs = new int[100];
        workers.Run(new Nest(workers, runs), 10);
        Assert.All(runs, count => Assert.Equal(10, count));
    }

    [Fact]
    public void AJobOfAnotherTeamInsideAPartRunsToo()
    {
        using Workers outer = new(2), inner = new(2);
        int[] outerRuns = new int[2_000], innerRuns = new int[3];

        // Twice, because only the second job finds a carrier that the first one left.
        for (int i = 0; i < 2; i++) { outer.Run(new NestTeam(inner, outerRuns, innerRuns, depth: 1), outerRuns.Length); }
        Assert.All(outerRuns, count => Assert.Equal(2, count));
    }

    [Fact]
    public void ManyThreadsShareOneTeam()
    {
        using Workers workers = new(2);
        int[] runs = new int[50];
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ => workers.Run(new Count(runs), runs.Length));
        Assert.All(runs, count => Assert.Equal(400, count));
    }

    [Fact]
    public void ADisposedTeamRunsOnItsCaller()
    {
        Workers workers = new(3);
        workers.Dispose();
        workers.Dispose();
        int[] runs = new int[5];
        workers.Run(new Count(runs), 5);
        Assert.Equal([1, 1, 1, 1, 1], runs);
    }

    [Fact]
    public void SharingAllocatesNothing()
    {
        using Workers workers = new(2);
        int[] runs = new int[8];
        workers.Run(new Count(runs), 8);
        Assert.Equal(0, Allocations.Of(() =>
        {
            for (int i = 0; i < 1_000; i++) { workers.Run(new Count(runs), 8); }
        }));
    }

    private readonly struct Count(int[] runs) : IParallelJob
    {
        public void Invoke(int part) => Interlocked.Increment(ref runs[part]);
    }

    private readonly struct Meet(Barrier barrier) : IParallelJob
    {
        public void Invoke(int part) => Assert.True(barrier.SignalAndWait(TimeSpan.FromSeconds(30)));
    }

    private readonly struct Fail : IParallelJob
    {
        public void Invoke(int part)
        {
            if (part == 7) { throw new InvalidOperationException("part 7"); }
        }
    }

    // The same type of job outside and inside, so that both want the same carrier.
    private readonly struct NestTeam(Workers inner, int[] runs, int[] innerRuns, int depth) : IParallelJob
    {
        public void Invoke(int part)
        {
            Interlocked.Increment(ref runs[part]);
            if (depth > 0) { inner.Run(new NestTeam(inner, innerRuns, innerRuns, depth - 1), innerRuns.Length); }
        }
    }

    private readonly struct Nest(Workers workers, int[] runs) : IParallelJob
    {
        public void Invoke(int part) => workers.Run(new Count(runs), runs.Length);
    }
}
