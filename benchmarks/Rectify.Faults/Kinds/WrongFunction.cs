using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rectify.Faults;

/// <summary>The function on the other side: the smaller for the larger, the first for the last.</summary>
internal sealed class WrongFunction : IFaultKind
{
    private static readonly (string One, string Other)[] Pairs =
    [
        ("Min", "Max"), ("AtLeast", "AtMost"), ("Floor", "Ceiling"), ("First", "Last"), ("FirstOrDefault", "LastOrDefault"),
        ("Any", "All"), ("Take", "Skip"), ("UnpackLow", "UnpackHigh"), ("Low", "High"),
        ("ThrowIfLessThan", "ThrowIfLessThanOrEqual"), ("ThrowIfGreaterThan", "ThrowIfGreaterThanOrEqual"),
        ("ThrowIfNegative", "ThrowIfNegativeOrZero"),
    ];

    private static readonly Dictionary<string, string> Wrong
        = Pairs.Concat(Pairs.Select(pair => (One: pair.Other, Other: pair.One))).ToDictionary(pair => pair.One, pair => pair.Other);

    public IEnumerable<Edit> In(SyntaxNode node)
    {
        SimpleNameSyntax? name = (node as InvocationExpressionSyntax)?.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return name is not null && Wrong.TryGetValue(name.Identifier.Text, out string? other)
            ? [Edit.Of(node, name.Identifier, other)]
            : [];
    }
}
