namespace Rectify.Faults;

/// <summary>What became of a fault.</summary>
internal enum Outcome
{
    /// <summary>A test failed, or did not end.</summary>
    Noticed,

    /// <summary>No test failed.</summary>
    Missed,

    /// <summary>It cannot change a result, as harmless.txt explains; nothing was run.</summary>
    Harmless,

    /// <summary>It does not compile, so the compiler noticed it.</summary>
    Refused,
}
