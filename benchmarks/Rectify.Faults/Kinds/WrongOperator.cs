using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rectify.Faults;

/// <summary>The opposite operator, or the neighbouring one: + for −, &lt; for ≤, a sum that is set instead of added to.</summary>
internal sealed class WrongOperator : IFaultKind
{
    private static readonly Dictionary<SyntaxKind, string[]> Wrong = new()
    {
        [SyntaxKind.PlusToken] = ["-"],
        [SyntaxKind.MinusToken] = ["+"],
        [SyntaxKind.AsteriskToken] = ["/"],
        [SyntaxKind.SlashToken] = ["*"],
        [SyntaxKind.PercentToken] = ["/"],
        [SyntaxKind.LessThanToken] = ["<="],
        [SyntaxKind.LessThanEqualsToken] = ["<"],
        [SyntaxKind.GreaterThanToken] = [">="],
        [SyntaxKind.GreaterThanEqualsToken] = [">"],
        [SyntaxKind.EqualsEqualsToken] = ["!="],
        [SyntaxKind.ExclamationEqualsToken] = ["=="],
        [SyntaxKind.AmpersandAmpersandToken] = ["||"],
        [SyntaxKind.BarBarToken] = ["&&"],
        [SyntaxKind.AmpersandToken] = ["|"],
        [SyntaxKind.BarToken] = ["&"],
        [SyntaxKind.CaretToken] = ["|"],
        [SyntaxKind.LessThanLessThanToken] = [">>"],
        [SyntaxKind.GreaterThanGreaterThanToken] = ["<<"],
        [SyntaxKind.GreaterThanGreaterThanGreaterThanToken] = [">>"],
        [SyntaxKind.PlusEqualsToken] = ["-=", "="],
        [SyntaxKind.MinusEqualsToken] = ["+=", "="],
        [SyntaxKind.AsteriskEqualsToken] = ["/=", "="],
        [SyntaxKind.SlashEqualsToken] = ["*=", "="],
        [SyntaxKind.AmpersandEqualsToken] = ["|=", "="],
        [SyntaxKind.BarEqualsToken] = ["&=", "="],
        [SyntaxKind.PlusPlusToken] = ["--"],
        [SyntaxKind.MinusMinusToken] = ["++"],
    };

    public IEnumerable<Edit> In(SyntaxNode node)
    {
        SyntaxToken token = node switch
        {
            BinaryExpressionSyntax binary => binary.OperatorToken,
            AssignmentExpressionSyntax assignment => assignment.OperatorToken,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } prefix
                => prefix.OperatorToken,
            PostfixUnaryExpressionSyntax postfix => postfix.OperatorToken,
            RelationalPatternSyntax pattern => pattern.OperatorToken,
            _ => default,
        };
        return Wrong.GetValueOrDefault(token.Kind(), []).Select(replacement => Edit.Of(node, token, replacement));
    }
}
