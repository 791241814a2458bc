using System.Collections.Concurrent;
using System.Diagnostics;

namespace Rectify.Faults;

/// <summary>Plants faults, and asks the tests: first those that know the room best, then all of core's.</summary>
internal sealed class Examiner
{
    // Of the time that the tests take without a fault, because other programs may be at work; and whatever they take.
    private const int Patience = 4;
    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(10);

    // What is said of all files, and what starts other programs, knows no fault that these do not.
    private static readonly string[] Everything =
        ["-namespace-", "*.Conventions", "-namespace-", "*.Documents", "-namespace-", "*.Samples"];

    private readonly Core _core;
    private readonly byte[] _right;
    private readonly ConcurrentBag<TestProgram> _idle;
    private readonly Dictionary<Room, TimeSpan> _limits = [];
    private readonly Lock _measuring = new();
    private TimeSpan _limitOfEverything;

    /// <param name="core">Where faults are planted.</param>
    /// <param name="programs">The tests, once for each fault that is tried at a time.</param>
    /// <param name="asksAll">Whether tests are asked that know other rooms better.</param>
    public Examiner(Core core, IEnumerable<TestProgram> programs, bool asksAll)
    {
        (_core, _idle, AsksAll) = (core, [.. programs], asksAll);
        _right = core.Compile(null) ?? throw new InvalidOperationException($"{Core.Folder} does not compile: build it first.");
    }

    /// <summary>Whether a fault is missed only when all tests of core miss it.</summary>
    public bool AsksAll { get; }

    /// <summary>What becomes of a fault.</summary>
    /// <exception cref="InvalidOperationException">The tests fail without it.</exception>
    public Result Try(Fault fault, CancellationToken cancellation)
    {
        if (_core.Compile(fault) is not { } wrong) { return new(fault, Outcome.Refused); }
        Room room = RoomCatalog.Of(fault.Path);
        string[] nearest = [.. room.Tests.SelectMany(tests => new[] { "-class", "Rectify.Tests." + tests })];
        if (!_idle.TryTake(out TestProgram? program)) { throw new InvalidOperationException("More faults at a time than test programs."); }
        try
        {
            string? by = program.Run(wrong, nearest, LimitOf(room, nearest, program, cancellation), cancellation);
            if (by is null && AsksAll) { by = program.Run(wrong, Everything, LimitOfEverything(program, cancellation), cancellation); }
            return by is null ? new(fault, Outcome.Missed) : new(fault, Outcome.Noticed, by);
        }
        finally
        {
            _idle.Add(program);
        }
    }

    private TimeSpan LimitOf(Room room, string[] filter, TestProgram program, CancellationToken cancellation)
    {
        lock (_measuring)
        {
            if (!_limits.TryGetValue(room, out TimeSpan limit))
            {
                _limits[room] = limit = Measure(room.Name, filter, program, cancellation);
            }
            return limit;
        }
    }

    private TimeSpan LimitOfEverything(TestProgram program, CancellationToken cancellation)
    {
        lock (_measuring)
        {
            if (_limitOfEverything == default) { _limitOfEverything = Measure("all rooms", Everything, program, cancellation); }
            return _limitOfEverything;
        }
    }

    private TimeSpan Measure(string what, string[] filter, TestProgram program, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        string? by = program.Run(_right, filter, TimeSpan.FromMinutes(10), cancellation);
        if (by is not null)
        {
            throw new InvalidOperationException(
                $"The tests of {what} fail without a fault ({by}), so they can notice none. Mend them first.");
        }
        TimeSpan limit = clock.Elapsed * Patience;
        return limit > LeastPatience ? limit : LeastPatience;
    }
}
