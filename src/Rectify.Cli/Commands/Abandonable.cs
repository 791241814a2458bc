namespace Rectify.Cli.Commands;

/// <summary>
/// Work that is not stopped at once, as planning for a table: when a person asks for an end, it is left behind and ends with
/// the program.
/// </summary>
internal static class Abandonable
{
    /// <exception cref="OperationCanceledException">An end was asked for.</exception>
    public static Task<T> Run<T>(Func<T> work, CancellationToken cancellation) => Task.Run(work, cancellation).WaitAsync(cancellation);

    /// <inheritdoc cref="Run{T}(Func{T}, CancellationToken)"/>
    public static Task Run(Action work, CancellationToken cancellation) => Task.Run(work, cancellation).WaitAsync(cancellation);
}
