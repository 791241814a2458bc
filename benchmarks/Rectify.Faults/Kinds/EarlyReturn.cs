using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Rectify.Faults;

/// <summary>A method that does nothing.</summary>
internal sealed class EarlyReturn : IFaultKind
{
    public IEnumerable<Edit> In(SyntaxNode node)
    {
        if (node is not BaseMethodDeclarationSyntax { Body: { Statements.Count: > 0 } body } method) { return []; }
        StatementSyntax first = body.Statements[0];
        bool isVoid = method is ConstructorDeclarationSyntax
            or MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.Text: "void" } };
        return [new(first, new(first.SpanStart, 0), isVoid ? "return; " : "return default!; ")];
    }
}
