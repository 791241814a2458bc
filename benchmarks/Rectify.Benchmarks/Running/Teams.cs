using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>The numbers of threads that are measured.</summary>
internal static class Teams
{
    public static IEnumerable<Workers> OneAndTwo()
    {
        yield return Workers.Single;
        using Workers two = new(2);
        yield return two;
    }
}
