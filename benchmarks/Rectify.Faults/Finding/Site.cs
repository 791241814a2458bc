using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Rectify.Faults;

/// <summary>The piece of code around a fault that can be there twice, right and wrong, for a switch to choose between.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="IsStatement">Whether it is a whole statement, else an expression.</param>
internal sealed record Site(TextSpan Span, bool IsStatement)
{
    /// <summary>The site of a change; null where there is none, as in a pattern or where something is declared.</summary>
    public static Site? Of(Edit edit)
    {
        // Something that is put in before a statement has all of its site to itself.
        if (edit.Span.IsEmpty) { return new(edit.Span, IsStatement: true); }

        SyntaxNode? node = edit.Shown.DescendantNodesAndSelf()
            .LastOrDefault(inner => inner.Span.Contains(edit.Span) && IsWhole(inner, edit));
        if (node is ExpressionSyntax && node.Parent is ExpressionStatementSyntax statement) { node = statement; }
        bool declares = node?.DescendantNodes().Any(inner => inner is VariableDesignationSyntax) != false;
        return declares ? null : new(node!.Span, node is StatementSyntax);
    }

    // A number by itself, but not the name of a function without its arguments.
    private static bool IsWhole(SyntaxNode node, Edit edit)
        => node is LiteralExpressionSyntax || (node == edit.Shown && node is ExpressionSyntax or StatementSyntax);
}
