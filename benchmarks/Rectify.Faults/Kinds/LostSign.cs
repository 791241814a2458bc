using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rectify.Faults;

/// <summary>A minus or a not that is missing.</summary>
internal sealed class LostSign : IFaultKind
{
    public IEnumerable<Edit> In(SyntaxNode node)
        => node is PrefixUnaryExpressionSyntax unary
            && unary.OperatorToken.Kind() is SyntaxKind.MinusToken or SyntaxKind.ExclamationToken or SyntaxKind.TildeToken
            ? [Edit.Of(unary, unary.OperatorToken, "")]
            : [];
}
