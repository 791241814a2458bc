namespace Rectify.Cli.Commands;

/// <summary>
/// Work that cannot be stopped half-way, as reading a table: when a person asks for an end, it is left behind and ends with
/// the program.
/// </summary>
internal static class Abandonable
{
    /// <exception cref="OperationCanceledException">An end was asked for.</exception>
    public static Task<T> Run<T>(Func<T> work, CancellationToken cancellation) => Task.Run(work, cancellation).WaitAsync(cancellation);
}
