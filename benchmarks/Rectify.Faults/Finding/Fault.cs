using Microsoft.CodeAnalysis.Text;

namespace Rectify.Faults;

/// <summary>A fault that can be planted in a file of core.</summary>
/// <param name="Path">The file, from src/Rectify, with slashes.</param>
/// <param name="Line">The line it begins in, from 1.</param>
/// <param name="Code">That line, trimmed: with <paramref name="Change"/> it names the fault also when lines above it have changed.</param>
/// <param name="Change">Before → after.</param>
/// <param name="Occurrence">0, or how many faults before it in the file read the same.</param>
/// <param name="Span">The characters that are replaced.</param>
/// <param name="Replacement">What stands there instead.</param>
/// <param name="Site">Where a switch can choose between right and wrong; null where it cannot.</param>
internal sealed record Fault(
    string Path, int Line, string Code, string Change, int Occurrence, TextSpan Span, string Replacement, Site? Site)
{
    /// <summary>Its name in a log.</summary>
    public string Key => $"{Path} | {Code} | {Change} | {Occurrence}";

    /// <summary>As shown to people.</summary>
    public override string ToString() => $"{Path}:{Line}  {Change}";
}
