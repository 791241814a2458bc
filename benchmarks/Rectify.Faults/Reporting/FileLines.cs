namespace Rectify.Faults;

/// <summary>The lines of a file that hold code.</summary>
/// <param name="All">How many.</param>
/// <param name="Run">How many of them the tests run.</param>
internal readonly record struct FileLines(int All, int Run);
