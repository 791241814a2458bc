using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Rectify.Faults;

/// <summary>A change of a few characters.</summary>
/// <param name="Shown">The code that is shown with the change in it: enough to see what it means.</param>
/// <param name="Span">The characters that are replaced.</param>
/// <param name="Replacement">What stands there instead.</param>
internal readonly record struct Edit(SyntaxNode Shown, TextSpan Span, string Replacement)
{
    /// <summary>Replaces a token of <paramref name="shown"/>.</summary>
    public static Edit Of(SyntaxNode shown, SyntaxToken token, string replacement) => new(shown, token.Span, replacement);

    /// <summary>Replaces all of a piece of code.</summary>
    public static Edit Of(SyntaxNode node, string replacement) => new(node, node.Span, replacement);
}
