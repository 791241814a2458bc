namespace Rectify.Benchmarks;

/// <summary>Several things that are freed together.</summary>
internal sealed class Owned(params IEnumerable<IDisposable> all) : IDisposable
{
    private readonly IDisposable[] _all = [.. all];

    public void Dispose()
    {
        foreach (IDisposable one in _all) { one.Dispose(); }
    }
}
