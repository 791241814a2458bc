using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rectify.Faults;

/// <summary>A condition that means its opposite.</summary>
internal sealed class SwappedCondition : IFaultKind
{
    public IEnumerable<Edit> In(SyntaxNode node)
    {
        ExpressionSyntax? condition = node switch
        {
            IfStatementSyntax choice => choice.Condition,
            ConditionalExpressionSyntax choice => choice.Condition,
            WhileStatementSyntax loop => loop.Condition,
            _ => null,
        };

        // Names that a pattern declares are known only where it holds.
        bool isFree = condition?.DescendantNodes().Any(inner => inner is VariableDesignationSyntax) == false;
        return isFree ? [Edit.Of(condition!, $"!({condition})")] : [];
    }
}
