using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rectify.Faults;

/// <summary>A call or an assignment that is missing.</summary>
internal sealed class LostStatement : IFaultKind
{
    public IEnumerable<Edit> In(SyntaxNode node) => node switch
    {
        ExpressionStatementSyntax statement => [Edit.Of(statement, ";")],

        // The steps of a loop are whole assignments, too, but without them it would only run for ever.
        ContinueStatementSyntax or BreakStatementSyntax { Parent: not SwitchSectionSyntax } => [Edit.Of(node, ";")],
        _ => [],
    };
}
