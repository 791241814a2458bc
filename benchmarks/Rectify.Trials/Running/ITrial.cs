namespace Rectify.Trials;

/// <summary>A promise that takes too long, or too much of a machine, to be kept in the tests: tried by command.</summary>
internal interface ITrial
{
    /// <summary>As typed.</summary>
    string Name { get; }

    /// <summary>What is tried, in a sentence or two.</summary>
    string Summary { get; }

    /// <summary>Tries it, and says what was found as it is found.</summary>
    /// <param name="progress">Told what happens meanwhile.</param>
    /// <param name="cancellation">Ends it; whatever it made is removed.</param>
    IEnumerable<Outcome> Run(Progress progress, CancellationToken cancellation);
}
