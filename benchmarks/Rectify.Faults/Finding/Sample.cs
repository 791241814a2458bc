using System.Text;

namespace Rectify.Faults;

/// <summary>Some of a file's faults: spread evenly over it, and the same for the same seed.</summary>
internal static class Sample
{
    /// <summary>
    /// As many groups as faults are wanted. Of each the first is planted that compiles, so that hopeless ones cost no place.
    /// </summary>
    /// <param name="faults">All of a file, in its order.</param>
    /// <param name="count">How many are wanted; null for all.</param>
    /// <param name="seed">Which of them.</param>
    public static IEnumerable<Fault[]> Of(Fault[] faults, int? count, int seed)
    {
        int groups = Math.Min(count ?? faults.Length, faults.Length);
        for (int group = 0; group < groups; group++)
        {
            Fault[] candidates = faults[(faults.Length * group / groups)..(faults.Length * (group + 1) / groups)];
            yield return [.. candidates.OrderBy(fault => Draw(fault, seed))];
        }
    }

    // By what the fault is and not by where it stands, so that a change elsewhere draws no other faults. FNV-1a.
    private static uint Draw(Fault fault, int seed)
        => Encoding.UTF8.GetBytes($"{seed} {fault.Key}").Aggregate(2166136261, (hash, next) => (hash ^ next) * 16777619);
}
