namespace Rectify.Benchmarks;

/// <summary>A part of the benchmarks, and a section of the page of figures.</summary>
internal abstract class Part
{
    /// <summary>As typed.</summary>
    public abstract string Name { get; }

    /// <summary>What is measured, and against what, in a sentence or two.</summary>
    public abstract string Summary { get; }

    /// <summary>The tables, made one by one while they are measured.</summary>
    public abstract IEnumerable<Table> Tables(IReadOnlyList<Peer> peers);
}
