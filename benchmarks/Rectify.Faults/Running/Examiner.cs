using System.Collections.Concurrent;
using System.Diagnostics;

namespace Rectify.Faults;

/// <summary>Asks the tests whether they notice a fault: first those that know the room best, then all of core's.</summary>
internal sealed class Examiner
{
    // Of the time that the tests take without a fault, because other programs may be at work; and whatever they take.
    private const int Patience = 4;
    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(10);

    // What reads files of the repository, which are as they were, or starts other programs, knows no fault that these do not.
    private static readonly string[] Everything =
    [
        "-class-", "*.Conventions.ArrowTests", "-class-", "*.Conventions.FileTests", "-class-", "*.Conventions.DocumentationTests",
        "-namespace-", "*.Documents", "-namespace-", "*.Samples",
    ];

    // But that every public method refuses null is said of all at once.
    private static readonly string[] Contracts = ["-class", "Rectify.Tests.Conventions.NullTests"];

    private readonly byte[] _right;
    private readonly ConcurrentBag<TestProgram> _idle;
    private readonly Dictionary<string, TimeSpan> _limits = [];
    private readonly Lock _measuring = new();

    /// <param name="right">Core without a fault.</param>
    /// <param name="programs">The tests, once for each fault that is tried at a time.</param>
    /// <param name="asksAll">Whether tests are asked that know other rooms better.</param>
    public Examiner(byte[] right, IEnumerable<TestProgram> programs, bool asksAll)
        => (_right, _idle, AsksAll) = (right, [.. programs], asksAll);

    /// <summary>Whether a fault is missed only when all tests of core miss it.</summary>
    public bool AsksAll { get; }

    /// <summary>What notices a fault; null where nothing does.</summary>
    /// <param name="core">The assembly.</param>
    /// <param name="number">Which of its faults is on; 0 for none, or for one that has no switch.</param>
    /// <param name="path">The file it is in.</param>
    /// <param name="cancellation">Ends the tests.</param>
    /// <exception cref="InvalidOperationException">The tests fail without a fault.</exception>
    public string? Ask(byte[] core, int number, string path, CancellationToken cancellation)
    {
        using Loan program = new(_idle);
        return AskNearest(program.Tests, core, number, path, cancellation)
            ?? Run(program.Tests, core, number, Contracts, cancellation)
            ?? (AsksAll ? Run(program.Tests, core, number, Everything, cancellation) : null);
    }

    /// <summary>Whether the nearest tests pass where no switch is on, so that what they notice is a fault.</summary>
    public bool Passes(byte[] core, string path, CancellationToken cancellation)
    {
        using Loan program = new(_idle);
        return AskNearest(program.Tests, core, 0, path, cancellation) is null;
    }

    private string? AskNearest(TestProgram program, byte[] core, int number, string path, CancellationToken cancellation)
        => RoomCatalog.Of(path).Tests
            .Select(tests => Run(program, core, number, ["-class", "Rectify.Tests." + tests], cancellation))
            .FirstOrDefault(by => by is not null);

    private string? Run(TestProgram program, byte[] core, int number, string[] filter, CancellationToken cancellation)
        => program.Run(core, number, filter, LimitOf(filter, program, cancellation), cancellation);

    private TimeSpan LimitOf(string[] filter, TestProgram program, CancellationToken cancellation)
    {
        lock (_measuring)
        {
            string key = string.Join(' ', filter);
            if (_limits.TryGetValue(key, out TimeSpan known)) { return known; }

            var clock = Stopwatch.StartNew();
            if (program.Run(_right, 0, filter, TimeSpan.FromMinutes(10), cancellation) is { } by)
            {
                throw new InvalidOperationException($"Tests fail without a fault ({by}), so they can notice none. Mend them first.");
            }
            TimeSpan limit = clock.Elapsed * Patience;
            return _limits[key] = limit > LeastPatience ? limit : LeastPatience;
        }
    }

    private readonly struct Loan : IDisposable
    {
        private readonly ConcurrentBag<TestProgram> _idle;

        public Loan(ConcurrentBag<TestProgram> idle)
        {
            _idle = idle;
            Tests = idle.TryTake(out TestProgram? tests)
                ? tests : throw new InvalidOperationException("More faults are tried at a time than there are test programs.");
        }

        public TestProgram Tests { get; }

        public void Dispose() => _idle.Add(Tests);
    }
}
