namespace Rectify.Cli;

/// <summary>What the program ends with; scripts rely on these numbers.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int InternalError = 1;

    /// <summary>What was typed is wrong, which shows without opening a file.</summary>
    public const int Usage = 2;

    /// <summary>A file, its content, or a place to write is not usable, or there is not enough memory.</summary>
    public const int Data = 3;

    /// <summary>Training diverged; the best state before is saved.</summary>
    public const int Diverged = 4;

    /// <summary>A --fail-on gate failed.</summary>
    public const int GateFailed = 5;

    /// <summary>Cancelled; the best state is saved.</summary>
    public const int Cancelled = 130;
}
