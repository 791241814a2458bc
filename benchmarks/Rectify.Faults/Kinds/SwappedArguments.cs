using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Rectify.Faults;

/// <summary>The last two arguments in each other's place: the arms of a choice, what is multiplied and what is added.</summary>
internal sealed class SwappedArguments : IFaultKind
{
    public IEnumerable<Edit> In(SyntaxNode node)
    {
        if (node is not BaseArgumentListSyntax { Arguments: { Count: >= 2 } arguments } || IsEitherWay(node.Parent)) { return []; }
        (ArgumentSyntax first, ArgumentSyntax second) = (arguments[^2], arguments[^1]);

        // Named ones find their places.
        if (first.NameColon is not null || second.NameColon is not null || first.ToString() == second.ToString()) { return []; }
        TextSpan span = TextSpan.FromBounds(first.SpanStart, second.Span.End);
        return [new(node.Parent ?? node, span, $"{second}, {first}")];
    }

    private static bool IsEitherWay(SyntaxNode? call)
        => call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: var name } }
            && name is "Min" or "Max" or "Equals" or "Add" or "AddProduct";
}
