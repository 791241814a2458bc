using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Rectify.Faults;

/// <summary>Finds what can be got wrong in a file.</summary>
internal static partial class FaultFinder
{
    /// <summary>Every fault of every kind, in the order of the file.</summary>
    /// <param name="path">From src/Rectify, with slashes.</param>
    /// <param name="tree">The file's code.</param>
    public static Fault[] In(string path, SyntaxTree tree)
    {
        SourceText text = tree.GetText();
        Dictionary<(string Code, string Change), int> met = [];
        IEnumerable<Edit> edits =
            from node in tree.GetRoot().DescendantNodes(IsCode).Where(IsCode)
            from kind in FaultKindCatalog.All
            from edit in kind.In(node)
            orderby edit.Span.Start
            select edit;
        return [.. edits.Select(Fault)];

        Fault Fault(Edit edit)
        {
            TextLine line = text.Lines.GetLineFromPosition(edit.Span.Start);
            (string code, string change) = (line.ToString().Trim(), Change(edit));
            int occurrence = met.GetValueOrDefault((code, change));
            met[(code, change)] = occurrence + 1;
            return new(path, line.LineNumber + 1, code, change, occurrence, edit.Span, edit.Replacement, Site.Of(edit));
        }
    }

    // Attributes speak to the compiler, and which words an error has is no matter of right or wrong. The value of an argument that is
    // not given is compiled into who calls, which the tests already are.
    private static bool IsCode(SyntaxNode node) => node is not (
        AttributeListSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or EnumMemberDeclarationSyntax or UsingDirectiveSyntax
        or EqualsValueClauseSyntax { Parent: ParameterSyntax });

    private static string Change(Edit edit)
    {
        string before = edit.Shown.ToString();
        int start = edit.Span.Start - edit.Shown.SpanStart;
        string after = before.Remove(start, edit.Span.Length).Insert(start, edit.Replacement);
        return $"{OneLine(before)} → {OneLine(after)}";
    }

    private static string OneLine(string code) => WhiteSpace.Replace(code, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace { get; }
}
