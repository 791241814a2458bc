using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rectify.Faults;

/// <summary>A number that is off by one or by a tenth, or the other truth.</summary>
internal sealed class WrongConstant : IFaultKind
{
    public IEnumerable<Edit> In(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } number when Other(number.Token) is { } other
            => [Edit.Of(Around(number), number.Token, other)],
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } truth => [Edit.Of(Around(truth), truth.Token, "false")],
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } truth => [Edit.Of(Around(truth), truth.Token, "true")],
        _ => [],
    };

    // 0 for 1, one more for a whole number, a tenth more for a fraction.
    private static string? Other(SyntaxToken number) => number.Value switch
    {
        1 or 1f or 1d => "0" + Suffix(number),
        int whole and < int.MaxValue => (whole + 1).ToString(CultureInfo.InvariantCulture),
        uint whole and < uint.MaxValue => (whole + 1).ToString(CultureInfo.InvariantCulture) + "u",
        long whole and < long.MaxValue => (whole + 1).ToString(CultureInfo.InvariantCulture) + "L",
        ulong whole and < ulong.MaxValue => (whole + 1).ToString(CultureInfo.InvariantCulture) + "UL",
        float real => (float.IsInteger(real) ? real + 1 : real * 1.1f).ToString("R", CultureInfo.InvariantCulture) + "f",
        double real => (double.IsInteger(real) ? real + 1 : real * 1.1).ToString("R", CultureInfo.InvariantCulture) + "d",
        _ => null,
    };

    private static string Suffix(SyntaxToken number) => number.Value switch { float => "f", double => "d", _ => "" };

    // A number alone says little: what it is part of, unless that is long.
    private static SyntaxNode Around(ExpressionSyntax literal)
        => literal.Parent switch
        {
            EqualsValueClauseSyntax { Parent: { } variable } => variable,
            ArgumentSyntax { Parent.Parent: { } call } => call,
            { } parent => parent,
            null => literal,
        };
}
