namespace Rectify.Faults;

/// <summary>A fault, and what became of it.</summary>
/// <param name="By">What noticed it: a test, "time" or an exit code; "" where nothing did.</param>
internal sealed record Result(Fault Fault, Outcome Outcome, string By = "");
